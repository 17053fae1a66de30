// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A Stripe of its own: what its API does with sessions, intents, readers, refunds, disputes, events and the
// account, as far as Foyer asks. Parameters are held to the types of Stripe's own library, keys to its rules,
// and webhooks are signed by its own code.
import qs from "qs";
import Stripe from "stripe";
import { Double, copyOf } from "./double_server.mjs";
import { controls } from "./stripe_controls.mjs";
import { objection } from "./sdk_types.mjs";

const stripe = new Stripe("sk_test_double");
const version = "2026-07-29.dahlia";
const zeroDecimal = "bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf".split(" ");
const threeDecimal = "bhd jod kwd omr tnd".split(" ");

export const now = () => Math.floor(Date.now() / 1000);

export class Refusal extends Error {
  constructor(status, error) {
    super(error.code);
    this.status = status;
    this.error = error;
  }
}
export const refuse = (status, code, more = {}) => {
  throw new Refusal(status, { type: status === 402 ? "card_error" : "invalid_request_error", code,
    message: `Refused: ${code}`, ...more });
};

export class StripeDouble extends Double {
  constructor() {
    super("stripe");
    this.key = "sk_test_double";
    this.secret = "whsec_double";
    this.counter = 0;
    this.kept = new Map(); // idempotency key → {print, status, body}
    this.nextRefund = undefined; // its status
    for (const kind of ["sessions", "intents", "charges", "refunds", "disputes", "transactions", "payouts",
      "events", "readers"]) this[kind] = new Map();
  }

  id(beginning) { return `${beginning}${String(++this.counter).padStart(14, "0")}`; }

  async answer(request, fault) {
    const headers = { "request-id": this.id("req_"), "stripe-version": version };
    try {
      if (request.headers.authorization !== `Bearer ${this.key}`) {
        refuse(401, undefined, { type: "invalid_request_error", message: "Invalid API Key provided" });
      }
      if (request.headers["stripe-version"] !== version) refuse(400, "api_version_unexpected");
      if (request.method === "GET") return { body: this.get(request), headers };
      return { ...(await this.once(request, fault)), headers };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: { error: error.error }, headers };
    }
  }

  // docs.stripe.com/api/idempotent_requests
  async once(request, fault) {
    const key = request.headers["idempotency-key"];
    if (!key) return { body: this.post(request) };
    if (key.length > 255) refuse(400, "idempotency_key_too_long");
    const print = `${request.path}\n${request.body}`;
    const before = this.kept.get(key);
    if (before) {
      if (before.print !== print) {
        throw new Refusal(400, { type: "idempotency_error",
          message: "Keys can only be used with the same parameters they were first used with." });
      }
      return { status: before.status, body: copyOf(before.body) };
    }
    let made;
    if (fault?.do === "keep_500") { // it fails half-way, and this is what is kept of it
      if (fault.isDone) this.post(request);
      made = { status: 500, body: { error: { type: "api_error", message: "Something went wrong" } } };
    } else {
      try {
        made = { status: 200, body: this.post(request) };
      } catch (error) {
        if (!(error instanceof Refusal) || error.error.code?.startsWith("parameter_")) throw error;
        made = { status: error.status, body: { error: error.error } };
      }
    }
    this.kept.set(key, { print, status: made.status, body: copyOf(made.body) });
    return made;
  }

  find(kind, id, param) {
    return this[kind].get(id) ?? refuse(404, "resource_missing", { param });
  }

  check(file, name, values) {
    const wrong = objection(file, name, values);
    if (wrong) refuse(400, wrong.code, { param: wrong.param });
    for (const [key, value] of Object.entries(values.metadata ?? {})) {
      if (key.length > 40 || value.length > 500) refuse(400, "parameter_invalid", { param: "metadata" });
    }
  }

  money(amount, currency, param) {
    const units = Number(amount);
    if (!/^[a-z]{3}$/.test(currency)) refuse(400, "parameter_invalid", { param: "currency" });
    if (units > 99_999_999) refuse(400, "amount_too_large", { param });
    if (units < (zeroDecimal.includes(currency) ? 1 : 30)) refuse(400, "amount_too_small", { param });
    if (threeDecimal.includes(currency) && units % 10 !== 0) refuse(400, "invalid_number_format", { param });
    if (currency === "isk" && units % 100 !== 0) refuse(400, "invalid_number_format", { param });
    return units;
  }

  post(request) {
    const values = qs.parse(request.body, { depth: 10 });
    const expand = values.expand;
    const steps = request.path.split("/").slice(2); // without "" and "v1"
    const made = this.act(steps, values);
    return this.shown(made, expand);
  }

  act(steps, values) {
    const inside = ["checkout", "terminal"].includes(steps[0]) ? 2 : 1; // what names a kind
    const id = steps[inside];
    const call = [...steps.slice(0, inside), ...steps.slice(inside + 1)].join("/");
    switch (id === undefined ? call : `${call} of one`) {
      case "checkout/sessions": return this.createSession(values);
      case "checkout/sessions/expire of one": return this.expireSession(this.find("sessions", id, "session"), values);
      case "payment_intents": return this.createIntent(values);
      case "payment_intents/capture of one": return this.capture(this.find("intents", id, "intent"), values);
      case "payment_intents/cancel of one": return this.cancel(this.find("intents", id, "intent"), values);
      case "terminal/readers/process_payment_intent of one": return this.process(this.reader(id), values);
      case "terminal/readers/cancel_action of one": return this.cancelAction(this.reader(id), values);
      case "refunds": return this.createRefund(values);
      default: return refuse(404, "resource_missing");
    }
  }

  createSession(values) {
    this.check("Checkout/Sessions", "SessionCreateParams", values);
    const items = Object.values(values.line_items ?? {});
    if (values.mode !== "payment" || items.length === 0) refuse(400, "parameter_missing", { param: "line_items" });
    if (!values.success_url) refuse(400, "parameter_missing", { param: "success_url" });
    const currency = items[0].price_data.currency;
    const total = items.reduce((sum, item) => sum + Number(item.price_data.unit_amount) * Number(item.quantity), 0);
    const expires = Number(values.expires_at ?? now() + 86_400);
    if (expires < now() + 1_800 || expires > now() + 86_400) {
      refuse(400, "parameter_invalid", { param: "expires_at" });
    }
    const id = this.id("cs_test_");
    const session = { id, object: "checkout.session", amount_total: this.money(total, currency, "line_items"),
      cancel_url: values.cancel_url ?? null, client_reference_id: values.client_reference_id ?? null, created: now(),
      currency, expires_at: expires, livemode: false, metadata: values.metadata ?? {}, mode: "payment",
      payment_intent: null, payment_status: "unpaid", status: "open", success_url: values.success_url,
      url: `https://checkout.stripe.com/c/pay/${id}` };
    this.sessions.set(id, session);
    session.hidden = { intent: values.payment_intent_data ?? {}, payments: 0 };
    return session;
  }

  expireSession(session, values) {
    this.check("Checkout/Sessions", "SessionExpireParams", values);
    if (session.status !== "open") refuse(400, "checkout_session_not_open"); // its word is not documented
    session.status = "expired";
    session.url = null;
    const intent = this.intents.get(session.payment_intent);
    if (intent && intent.status !== "succeeded") intent.status = "canceled";
    this.tell("checkout.session.expired", session);
    return session;
  }

  newIntent(more) {
    const intent = { id: this.id("pi_"), object: "payment_intent", amount_received: 0, canceled_at: null,
      cancellation_reason: null, created: now(), description: null, last_payment_error: null, latest_charge: null,
      livemode: false, metadata: {}, status: "requires_payment_method", ...more };
    this.intents.set(intent.id, intent);
    return intent;
  }

  createIntent(values) {
    this.check("PaymentIntents", "PaymentIntentCreateParams", values);
    return this.newIntent({ amount: this.money(values.amount, values.currency, "amount"), currency: values.currency,
      payment_method_types: Object.values(values.payment_method_types ?? ["card"]),
      capture_method: values.capture_method ?? "automatic_async", metadata: values.metadata ?? {},
      description: values.description ?? null });
  }

  capture(intent, values) {
    this.check("PaymentIntents", "PaymentIntentCaptureParams", values);
    if (intent.status !== "requires_capture") refuse(400, "payment_intent_unexpected_state");
    const amount = Number(values.amount_to_capture ?? intent.amount);
    if (amount > intent.amount) refuse(400, "amount_too_large", { param: "amount_to_capture" });
    this.settle(intent, amount);
    return intent;
  }

  cancel(intent, values) {
    this.check("PaymentIntents", "PaymentIntentCancelParams", values);
    const isOpen = ["requires_payment_method", "requires_capture", "requires_confirmation", "requires_action"]
      .includes(intent.status);
    if (!isOpen || [...this.sessions.values()].some((s) => s.payment_intent === intent.id)) {
      refuse(400, "payment_intent_unexpected_state");
    }
    Object.assign(intent, { status: "canceled", canceled_at: now(),
      cancellation_reason: values.cancellation_reason ?? null });
    this.tell("payment_intent.canceled", intent);
    return intent;
  }

  reader(id) {
    if (!id.startsWith("tmr_")) refuse(404, "resource_missing", { param: "reader" });
    if (!this.readers.has(id)) {
      this.readers.set(id, { id, object: "terminal.reader", status: "online", livemode: false, action: null });
    }
    return this.readers.get(id);
  }

  process(reader, values) {
    this.check("Terminal/Readers", "ReaderProcessPaymentIntentParams", values);
    const intent = this.find("intents", values.payment_intent, "payment_intent");
    if (reader.status !== "online") refuse(400, "terminal_reader_offline");
    if (reader.action?.status === "in_progress") refuse(400, "terminal_reader_busy");
    if (intent.status !== "requires_payment_method") refuse(400, "intent_invalid_state");
    reader.action = { type: "process_payment_intent", status: "in_progress", failure_code: null,
      failure_message: null, process_payment_intent: { payment_intent: intent.id } };
    return reader;
  }

  cancelAction(reader, values) {
    this.check("Terminal/Readers", "ReaderCancelActionParams", values);
    reader.action = null;
    return reader;
  }

  createRefund(values) {
    this.check("Refunds", "RefundCreateParams", values);
    const intent = this.find("intents", values.payment_intent, "payment_intent");
    const charge = this.charges.get(intent.latest_charge) ?? refuse(400, "charge_not_refundable");
    const left = charge.amount - charge.amount_refunded;
    const amount = Number(values.amount ?? left);
    if (left === 0) refuse(400, "charge_already_refunded");
    if (charge.disputed && !charge.hidden.isRefundable) refuse(400, "charge_disputed");
    if (amount > left || amount < 1) refuse(400, "amount_too_large", { param: "amount" });
    const refund = { id: this.id("re_"), object: "refund", amount, charge: charge.id, created: now(),
      currency: intent.currency, failure_reason: null, metadata: values.metadata ?? {}, payment_intent: intent.id,
      reason: values.reason ?? null, status: this.nextRefund ?? "succeeded" };
    charge.amount_refunded += amount;
    this.refunds.set(refund.id, refund);
    if (refund.status === "succeeded") this.book("refund", -amount, 0, intent.currency, refund.id);
    this.tell("refund.created", refund);
    return refund;
  }

  // Money comes in.
  settle(intent, amount = intent.amount) {
    const charge = { id: this.id("ch_"), object: "charge", amount, amount_refunded: 0, created: now(),
      currency: intent.currency, disputed: false, livemode: false, metadata: copyOf(intent.metadata), paid: true,
      payment_intent: intent.id, refunded: false, hidden: {} };
    this.charges.set(charge.id, charge);
    Object.assign(intent, { status: "succeeded", amount_received: amount, latest_charge: charge.id,
      last_payment_error: null });
    this.book("charge", amount, Math.round(amount * 0.015) + 25, intent.currency, charge.id);
    this.tell("charge.succeeded", charge);
    this.tell("payment_intent.succeeded", intent);
  }

  book(type, amount, fee, currency, source, category = type) {
    const line = { id: this.id("txn_"), object: "balance_transaction", amount, created: now(), currency, fee,
      net: amount - fee, reporting_category: category, source, status: "available", type, hidden: { payout: null } };
    this.transactions.set(line.id, line);
    return line;
  }

  tell(type, object) {
    const event = { id: this.id("evt_"), object: "event", api_version: version, created: now(),
      data: { object: this.shown(object) }, livemode: false, pending_webhooks: 1, request: null, type };
    this.events.set(event.id, event);
    const body = JSON.stringify(event, null, 2); // as Stripe sends it: indented
    const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret: this.secret });
    this.published = (this.published ?? Promise.resolve()).then(() => this.publish({
      headers: { "content-type": "application/json; charset=utf-8", "stripe-signature": signature }, body }));
  }

  get(request) {
    const values = qs.parse(request.query, { depth: 10 });
    const steps = request.path.split("/").slice(2);
    const lists = {
      "checkout/sessions": ["sessions", "Checkout/Sessions", "SessionListParams", ["payment_intent", "status"]],
      payment_intents: ["intents", "PaymentIntents", "PaymentIntentListParams", []],
      refunds: ["refunds", "Refunds", "RefundListParams", ["payment_intent", "charge"]],
      disputes: ["disputes", "Disputes", "DisputeListParams", ["payment_intent", "charge"]],
      events: ["events", "Events", "EventListParams", ["type"]],
      balance_transactions: ["transactions", "BalanceTransactions", "BalanceTransactionListParams",
        ["type", "source", "currency"]],
      payouts: ["payouts", "Payouts", "PayoutListParams", ["status"]],
    };
    if (lists[steps.join("/")]) return this.list(...lists[steps.join("/")], values);
    const id = steps.pop();
    if (steps.join("/") === "terminal/readers") return this.shown(this.reader(id), values.expand);
    const kind = lists[steps.join("/")]?.[0] ?? refuse(404, "resource_missing");
    return this.shown(this.find(kind, id, "id"), values.expand);
  }

  list(kind, file, name, filters, values) {
    this.check(file, name, values);
    const limit = Number(values.limit ?? 10);
    if (limit < 1 || limit > 100) refuse(400, "parameter_invalid", { param: "limit" });
    const types = Object.values(values.types ?? {});
    if (types.length > 20) refuse(400, "parameter_invalid", { param: "types" });
    const range = typeof values.created === "object" ? values.created : {};
    let found = [...this[kind].values()].reverse().filter((item) =>
      filters.every((filter) => values[filter] === undefined || item[filter] === values[filter]) &&
      (types.length === 0 || types.includes(item.type)) &&
      (values.payout === undefined || item.hidden?.payout === values.payout) &&
      !(range.gte && item.created < Number(range.gte)) && !(range.lt && item.created >= Number(range.lt)) &&
      !(range.gt && item.created <= Number(range.gt)) && !(range.lte && item.created > Number(range.lte)));
    if (values.starting_after) {
      const at = found.findIndex((item) => item.id === values.starting_after);
      if (at < 0) refuse(404, "resource_missing", { param: "starting_after" });
      found = found.slice(at + 1);
    }
    const expand = Object.values(values.expand ?? {}).map((path) => path.replace(/^data\./, ""));
    return { object: "list", url: "/v1/" + kind, has_more: found.length > limit,
      data: found.slice(0, limit).map((item) => this.shown(item, expand)) };
  }

  // A copy for the wire: without what nobody sees, and with what was asked for inside it.
  shown(object, expand = []) {
    const copy = copyOf(object);
    delete copy.hidden;
    for (const path of Object.values(expand)) {
      let at = copy;
      for (const step of path.split(".")) {
        if (typeof at?.[step] === "string") at[step] = this.shown(this.any(at[step]));
        at = at?.[step];
      }
    }
    return copy;
  }

  any(id) {
    for (const kind of ["sessions", "intents", "charges", "refunds", "disputes", "payouts"]) {
      if (this[kind].has(id)) return this[kind].get(id);
    }
    return refuse(400, "parameter_invalid", { param: "expand" });
  }

  async control(name, values) {
    const act = controls[name];
    if (!act) throw new Error(`no control "${name}"`);
    const made = act(this, values) ?? {};
    await this.published;
    return made;
  }
}
