// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Mollie of its own: payments, refunds, chargebacks, the balance, and webhooks that say an id and no more.
import { Double, copyOf } from "./double_server.mjs";

const decimals = { ISK: 0, JPY: 0 };
const currencies = ("AED AUD BRL CAD CHF CZK DKK EUR GBP HKD HUF ILS ISK JPY MXN MYR NOK NZD PHP PLN RON SEK SGD "
  + "THB TWD USD ZAR").split(" ");

class Refusal extends Error {
  constructor(status, detail, field) {
    super(detail);
    this.status = status;
    this.body = { status, title: "Refused", detail, field, _links: {} };
  }
}
const refuse = (status, detail, field) => { throw new Refusal(status, detail, field); };
function only(object, names) {
  for (const name of Object.keys(object)) if (!names.includes(name)) refuse(422, `Unknown ${name}`, name);
}

export class MollieDouble extends Double {
  constructor() {
    super("mollie");
    this.key = "test_double";
    this.counter = 0;
    this.kept = new Map();
    for (const kind of ["payments", "refunds", "chargebacks", "transactions"]) this[kind] = new Map();
  }

  id(beginning) { return `${beginning}_${String(++this.counter).padStart(10, "0")}`; }
  at() { return new Date().toISOString().replace(/\.\d+Z$/, "+00:00"); }

  async answer(request) {
    try {
      if (request.headers.authorization !== `Bearer ${this.key}`) refuse(401, "Missing authentication");
      const key = request.headers["idempotency-key"];
      const name = key && request.method !== "GET" && `${request.method} ${request.path} ${key}`;
      if (name && this.kept.has(name)) return copyOf(this.kept.get(name));
      const made = this.act(request);
      if (name) this.kept.set(name, copyOf(made));
      return made;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: error.body };
    }
  }

  act(request) {
    const steps = request.path.split("/").slice(2);
    const values = request.body && request.method === "POST" ? JSON.parse(request.body) : {};
    const query = new URLSearchParams(request.query);
    if (steps[0] === "balances") {
      return { body: this.list("transactions", "balance_transactions", query, request.path) };
    }
    if (steps.length === 1 && request.method === "GET") {
      return { body: this.list(steps[0], steps[0], query, request.path) };
    }
    if (steps[0] !== "payments") refuse(404, "Not found");
    if (steps.length === 1) return { status: 201, body: this.create(values) };
    const payment = this.payments.get(steps[1]) ?? refuse(404, "No payment exists with that id");
    if (steps[2] === "refunds") return { status: 201, body: this.refund(payment, values) };
    if (steps[2] === "captures") return { status: 201, body: this.take(payment) };
    if (request.method === "DELETE") return { body: this.cancel(payment) };
    return { body: this.shown(payment, query.get("embed")) };
  }

  money(amount) {
    only(amount, ["currency", "value"]);
    if (!currencies.includes(amount.currency)) refuse(422, "The currency is not supported", "amount.currency");
    const places = decimals[amount.currency] ?? 2;
    const form = places ? new RegExp(`^\\d+\\.\\d{${places}}$`) : /^\d+$/;
    if (!form.test(amount.value)) refuse(422, "The amount contains an invalid value", "amount.value");
    return amount;
  }

  create(values) {
    only(values, ["description", "amount", "redirectUrl", "cancelUrl", "webhookUrl", "method", "locale", "metadata",
      "terminalId", "captureMode", "lines"]);
    if (!values.description || [...values.description].length > 255) refuse(422, "Description", "description");
    this.money(values.amount);
    const isTerminal = values.method === "pointofsale";
    if (!isTerminal && !values.redirectUrl) refuse(422, "The redirect URL is missing", "redirectUrl");
    if (isTerminal && !/^term_/.test(values.terminalId)) refuse(422, "The terminal is missing", "terminalId");
    const id = this.id("tr");
    const payment = { resource: "payment", id, mode: "test", createdAt: this.at(), status: "open", isCancelable: true,
      amount: values.amount, description: values.description, method: values.method ?? null,
      metadata: values.metadata ?? null, redirectUrl: values.redirectUrl, webhookUrl: values.webhookUrl,
      _links: { self: { href: `https://api.mollie.com/v2/payments/${id}`, type: "application/hal+json" } } };
    if (values.method !== "pointofsale") {
      payment._links.checkout = { href: `https://www.mollie.com/checkout/select/${id}`, type: "text/html" };
    }
    this.payments.set(id, payment);
    return payment;
  }

  units(amount) { return Number(amount.value.replace(".", "")); }
  spent(payment) {
    return [...this.refunds.values()].filter((r) => r.paymentId === payment.id && !["failed", "canceled"]
      .includes(r.status)).reduce((sum, r) => sum + this.units(r.amount), 0);
  }

  refund(payment, values) {
    only(values, ["description", "amount", "metadata"]);
    this.money(values.amount);
    if (payment.status !== "paid") refuse(409, "The payment cannot be refunded");
    if (this.units(values.amount) > this.units(payment.amount) - this.spent(payment)) {
      refuse(422, "The amount is higher than the maximum", "amount.value");
    }
    const refund = { resource: "refund", id: this.id("re"), mode: "test", amount: values.amount, createdAt: this.at(),
      status: this.nextRefund ?? "pending", metadata: values.metadata ?? null, paymentId: payment.id, _links: {} };
    this.refunds.set(refund.id, refund);
    this.book("refund", { ...values.amount, value: "-" + values.amount.value }, "0.25",
      { refund: { paymentId: payment.id, refundId: refund.id } });
    this.tell(payment);
    return refund;
  }

  take(payment) {
    if (payment.status !== "authorized") refuse(422, "The payment is not authorized");
    this.paid(payment);
    return { resource: "capture", id: this.id("cpt"), paymentId: payment.id, amount: payment.amount };
  }

  cancel(payment) {
    if (payment.status !== "open" || !payment.isCancelable) refuse(422, "The payment cannot be canceled");
    payment.status = "canceled";
    delete payment._links.checkout;
    this.tell(payment);
    return this.shown(payment);
  }

  paid(payment) {
    payment.status = "paid";
    payment.paidAt = this.at();
    delete payment._links.checkout;
    this.book("payment", payment.amount, "0.29", { payment: { paymentId: payment.id } });
    this.tell(payment);
  }

  book(type, amount, fee, context) {
    const places = decimals[amount.currency] ?? 2;
    const cents = Number(amount.value) - (places ? Number(fee) : 1);
    const id = this.id("baltr");
    this.transactions.set(id, { resource: "balance_transaction", id, type,
      initialAmount: copyOf(amount), resultAmount: { currency: amount.currency, value: cents.toFixed(places) },
      createdAt: this.at(), context });
  }

  tell(payment) {
    this.published = (this.published ?? Promise.resolve()).then(() => this.publish({
      headers: { "content-type": "application/x-www-form-urlencoded" }, body: `id=${payment.id}` }));
  }

  shown(payment, embed = "") {
    const copy = copyOf(payment);
    for (const kind of (embed ?? "").split(",").filter(Boolean)) {
      (copy._embedded ??= {})[kind] = [...this[kind].values()].filter((x) => x.paymentId === payment.id).map(copyOf);
    }
    return copy;
  }

  list(kind, name, query, path) {
    const limit = Number(query.get("limit") ?? 50);
    if (limit < 1 || limit > 250) refuse(400, "The limit is invalid", "limit");
    let found = [...this[kind].values()].reverse();
    if (query.get("from")) found = found.slice(found.findIndex((item) => item.id === query.get("from")));
    const next = found[limit];
    return { count: Math.min(found.length, limit), _embedded: { [name]: copyOf(found.slice(0, limit)) }, _links: {
      next: next ? { href: `https://api.mollie.com${path}?from=${next.id}&limit=${limit}` } : null } };
  }

  async control(name, values) {
    const payment = this.payments.get(values.id);
    const acts = {
      pay: () => this.paid(payment),
      set: () => { Object.assign(payment, values.set); this.tell(payment); },
      chargeback: () => {
        const made = { resource: "chargeback", id: this.id("chb"), amount: payment.amount, createdAt: this.at(),
          reason: { code: "AC01", description: "?" }, paymentId: payment.id, reversedAt: values.reversedAt ?? null };
        this.chargebacks.set(made.id, made);
        this.tell(payment);
      },
      set_refund: () => { this.refunds.get(values.id).status = values.status; },
      remove: () => { this[values.kind].delete(values.id); },
      objects: () => ({ objects: [...this[values.kind].values()].map(copyOf) }),
    };
    if (!acts[name]) throw new Error(`no control "${name}"`);
    const made = acts[name]() ?? {};
    await this.published;
    return made;
  }
}
