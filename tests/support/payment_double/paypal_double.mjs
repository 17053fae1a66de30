// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A PayPal of its own: tokens, orders, captures, refunds, disputes, webhooks with certificates, and the report.
import { createSign, randomUUID, createVerify, X509Certificate } from "node:crypto";
import { colliding, crc32 } from "./crc32.mjs";
import { Double, copyOf } from "./double_server.mjs";

const withoutDecimals = ["HUF", "JPY", "TWD"];
const currencies = ("AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD "
  + "USD").split(" ");

class Refusal extends Error {
  constructor(status, name, issue) {
    super(issue ?? name);
    this.status = status;
    this.body = { name, message: "Refused.", debug_id: "dbg", details: issue ? [{ issue, description: issue }] : [] };
  }
}
const refuse = (status, name, issue) => { throw new Refusal(status, name, issue); };
const invalid = (issue) => refuse(400, "INVALID_REQUEST", issue);
const unprocessable = (issue) => refuse(422, "UNPROCESSABLE_ENTITY", issue);

// What members an object may have, by the specification of Orders v2 and Payments v2.
function only(object, names) {
  for (const name of Object.keys(object)) if (!names.includes(name)) invalid(`UNKNOWN_PARAMETER_${name}`);
}

export class PaypalDouble extends Double {
  constructor() {
    super("paypal");
    this.clientId = "paypal-client";
    this.clientSecret = "paypal-secret";
    this.webhookId = "8PT597110X687430LKGECATA";
    this.counter = 0;
    this.tokens = new Set();
    this.kept = new Map();
    this.orders = new Map();
    this.captures = new Map();
    this.refunds = new Map();
    this.disputes = new Map();
    this.lines = [];
    this.events = [];
    this.certificates = new Map(); // path → PEM, or {status, headers, body}
    this.signing = null; // {key, url}
    this.mayDispute = true;
    this.tokenSeconds = undefined;
    this.nextCapture = undefined; // their states
    this.nextRefund = undefined;
  }

  id() { return String(++this.counter).padStart(17, "0").replace(/^0/, "A"); }
  at(ms = Date.now()) { return new Date(ms).toISOString().replace(/\.\d+Z$/, "Z"); }

  async answer(request) {
    const headers = { "paypal-debug-id": `dbg${++this.counter}` };
    try {
      if (request.path === "/v1/oauth2/token") return { body: this.token(request), headers };
      if (request.path.startsWith("/certs/")) {
        const found = this.certificates.get(request.path);
        return typeof found === "string" ? { body: found } : found ?? { status: 404 };
      }
      const token = request.headers.authorization?.replace(/^Bearer /, "");
      if (!this.tokens.has(token)) return { status: 401, body: { error: "invalid_token" }, headers };
      if (request.method === "GET") return { body: this.get(request), headers };
      return { ...this.once(request), headers };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { status: error.status, body: error.body, headers };
    }
  }

  token(request) {
    const basic = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64");
    if (request.headers.authorization !== `Basic ${basic}`) {
      throw Object.assign(new Refusal(401, "x"), { body: { error: "invalid_client" } });
    }
    if (new URLSearchParams(request.body).get("grant_type") !== "client_credentials") {
      throw Object.assign(new Refusal(400, "x"), { body: { error: "unsupported_grant_type" } });
    }
    const token = randomUUID();
    this.tokens.add(token);
    return { access_token: token, token_type: "Bearer", expires_in: this.tokenSeconds ?? 32_400, scope: "x" };
  }

  // The same PayPal-Request-Id: the same answer, with 200 instead of 201.
  once(request) {
    const key = request.headers["paypal-request-id"];
    if (key && key.length > 108) invalid("INVALID_PAYPAL_REQUEST_ID");
    const name = key && `${request.path} ${key}`;
    if (name && this.kept.has(name)) return { status: 200, body: copyOf(this.kept.get(name)) };
    const body = this.post(request);
    if (name) this.kept.set(name, copyOf(body));
    return { status: 201, body };
  }

  money(amount) {
    only(amount, ["currency_code", "value", "breakdown"]);
    if (!currencies.includes(amount.currency_code)) unprocessable("CURRENCY_NOT_SUPPORTED");
    if (typeof amount.value !== "string" || !/^\d{1,10}(\.\d{1,2})?$/.test(amount.value)) {
      invalid("INVALID_PARAMETER_SYNTAX");
    }
    if (withoutDecimals.includes(amount.currency_code) && amount.value.includes(".")) {
      unprocessable("DECIMALS_NOT_SUPPORTED");
    }
    return amount;
  }

  post(request) {
    const values = request.body ? JSON.parse(request.body) : {};
    const steps = request.path.split("/").slice(1);
    if (request.path === "/v2/checkout/orders") return this.createOrder(values);
    if (request.path === "/v1/notifications/verify-webhook-signature") return this.verify(values, request.body);
    if (request.path.startsWith("/v2/checkout/orders/") && steps[4] === "capture") return this.capture(steps[3]);
    if (request.path.startsWith("/v2/payments/captures/") && steps[4] === "refund") {
      return this.refund(steps[3], values);
    }
    return refuse(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
  }

  createOrder(values) {
    only(values, ["intent", "purchase_units", "payment_source", "payer", "processing_instruction",
      "application_context"]);
    if (values.intent !== "CAPTURE" || values.purchase_units?.length !== 1) invalid("MISSING_REQUIRED_PARAMETER");
    const unit = values.purchase_units[0];
    only(unit, ["reference_id", "amount", "payee", "payment_instruction", "description", "custom_id", "invoice_id",
      "soft_descriptor", "items", "shipping", "supplementary_data"]);
    this.money(unit.amount);
    for (const [name, most] of [["reference_id", 256], ["description", 127], ["custom_id", 127]]) {
      if (unit[name] !== undefined && [...unit[name]].length > most) invalid("INVALID_STRING_LENGTH");
    }
    only(values.payment_source ?? {}, ["paypal"]);
    const experience = values.payment_source?.paypal?.experience_context ?? {};
    only(experience, ["brand_name", "shipping_preference", "landing_page", "user_action",
      "payment_method_preference", "locale", "return_url", "cancel_url"]);
    if (experience.locale && !/^[a-z]{2}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}))?$/.test(experience.locale)) {
      invalid("INVALID_PARAMETER_SYNTAX");
    }
    const id = this.id();
    const order = { id, intent: "CAPTURE", status: values.payment_source ? "PAYER_ACTION_REQUIRED" : "CREATED",
      purchase_units: [{ ...copyOf(unit), payee: { merchant_id: "M1" } }], create_time: this.at(),
      links: [{ href: `https://api-m.sandbox.paypal.com/v2/checkout/orders/${id}`, rel: "self", method: "GET" },
        { href: `https://www.sandbox.paypal.com/checkoutnow?token=${id}`, rel: "payer-action", method: "GET" }] };
    this.orders.set(id, order);
    return order;
  }

  capture(id) {
    const order = this.orders.get(id) ?? refuse(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
    if (order.status === "COMPLETED") unprocessable("ORDER_ALREADY_CAPTURED");
    if (order.status === "PAYER_ACTION_REQUIRED") unprocessable("PAYER_ACTION_REQUIRED");
    if (order.status !== "APPROVED") unprocessable("ORDER_NOT_APPROVED");
    if (this.nextCapture === "INSTRUMENT_DECLINED") {
      this.nextCapture = undefined;
      unprocessable("INSTRUMENT_DECLINED");
    }
    const unit = order.purchase_units[0];
    const status = this.nextCapture ?? "COMPLETED";
    const capture = { id: this.id(), status, amount: copyOf(unit.amount), final_capture: true,
      custom_id: unit.custom_id, create_time: this.at(),
      supplementary_data: { related_ids: { order_id: id } } };
    if (status === "PENDING") capture.status_details = { reason: "PENDING_REVIEW" };
    this.captures.set(capture.id, capture);
    unit.payments = { captures: [capture] };
    order.status = "COMPLETED";
    order.links = order.links.slice(0, 1);
    if (status === "COMPLETED") this.book(capture.id, "T0006", unit.amount, 1, unit.custom_id);
    this.tell(`PAYMENT.CAPTURE.${status}`, capture);
    return order;
  }

  units(amount) {
    const [whole, decimals = ""] = amount.value.split(".");
    return Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  }
  value(units, currency) {
    return withoutDecimals.includes(currency) ? String(units / 100) : (units / 100).toFixed(2);
  }

  refund(id, values) {
    only(values, ["amount", "custom_id", "invoice_id", "note_to_payer", "payment_instruction"]);
    const capture = this.captures.get(id) ?? refuse(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
    if (capture.status === "PENDING") unprocessable("PENDING_CAPTURE");
    const currency = capture.amount.currency_code;
    const spent = [...this.refunds.values()].filter((r) => r.of === id && r.status !== "FAILED" &&
      r.status !== "CANCELLED").reduce((sum, r) => sum + this.units(r.amount), 0);
    const left = this.units(capture.amount) - spent;
    const amount = values.amount ? this.money(values.amount)
      : { currency_code: currency, value: this.value(left, currency) };
    if (amount.currency_code !== currency) unprocessable("CURRENCY_MISMATCH");
    if (left === 0) unprocessable("CAPTURE_FULLY_REFUNDED");
    if (this.units(amount) > left) unprocessable("REFUND_AMOUNT_EXCEEDED");
    if ([...this.disputes.values()].some((d) => d.disputed_transactions[0].seller_transaction_id === id &&
      d.status !== "RESOLVED")) unprocessable("TRANSACTION_DISPUTED");
    const refund = { id: this.id(), status: this.nextRefund ?? "COMPLETED", amount: copyOf(amount),
      custom_id: values.custom_id, create_time: this.at(), of: id,
      links: [{ href: `https://api-m.sandbox.paypal.com/v2/payments/captures/${id}`, rel: "up", method: "GET" }] };
    this.refunds.set(refund.id, refund);
    capture.status = this.units(amount) === left ? "REFUNDED" : "PARTIALLY_REFUNDED";
    const order = this.orders.get(capture.supplementary_data.related_ids.order_id);
    (order.purchase_units[0].payments.refunds ??= []).push(refund);
    this.book(refund.id, "T1107", { ...amount, value: "-" + amount.value }, 0, values.custom_id, id);
    this.tell("PAYMENT.CAPTURE.REFUNDED", refund);
    return refund;
  }

  book(id, code, amount, withFee, custom, of) {
    const info = { transaction_id: id, transaction_event_code: code, transaction_initiation_date:
      this.at().replace("Z", "+0000"), transaction_updated_date: this.at().replace("Z", "+0000"),
      transaction_amount: copyOf(amount), transaction_status: "S" };
    if (withFee) info.fee_amount = { currency_code: amount.currency_code,
      value: withoutDecimals.includes(amount.currency_code) ? "-1" : "-0.59" };
    if (custom) info.custom_field = custom;
    if (of) Object.assign(info, { paypal_reference_id: of, paypal_reference_id_type: "TXN" });
    this.lines.push({ transaction_info: info });
  }

  get(request) {
    const query = new URLSearchParams(request.query);
    const id = request.path.split("/").pop();
    const known = { "/v2/checkout/orders": this.orders, "/v2/payments/captures": this.captures,
      "/v2/payments/refunds": this.refunds, "/v1/customer/disputes": this.disputes }[
      request.path.slice(0, -id.length - 1)];
    if (request.path.startsWith("/v1/customer/disputes") && !this.mayDispute) {
      refuse(403, "NOT_AUTHORIZED", "PERMISSION_DENIED");
    }
    if (known) return copyOf(known.get(id) ?? refuse(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID"));
    if (request.path === "/v1/customer/disputes") {
      const of = query.get("disputed_transaction_id");
      return { items: [...this.disputes.values()].filter((d) =>
        !of || d.disputed_transactions[0].seller_transaction_id === of).map(({ dispute_id, status, reason,
        dispute_amount }) => ({ dispute_id, status, reason, dispute_amount })) };
    }
    if (request.path === "/v1/reporting/transactions") return this.report(query);
    if (request.path === "/v1/notifications/webhooks-events") return this.eventList(query);
    return refuse(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
  }

  report(query) {
    const from = Date.parse(query.get("start_date"));
    const to = Date.parse(query.get("end_date"));
    const size = Number(query.get("page_size") ?? 100);
    const page = Number(query.get("page") ?? 1);
    if (!(from < to) || size > 500 || page < 1) invalid("INVALID_REQUEST");
    if (to - from > 31 * 86_400_000) invalid("DATE_RANGE_TOO_LARGE");
    const found = this.lines.filter(({ transaction_info: info }) => {
      const at = Date.parse(info.transaction_initiation_date.replace("+0000", "Z"));
      return at >= from && at <= to;
    });
    return { transaction_details: copyOf(found.slice((page - 1) * size, page * size)), page,
      total_items: found.length, total_pages: Math.ceil(found.length / size) };
  }

  eventList(query) {
    const from = Date.parse(query.get("start_time"));
    const size = Number(query.get("page_size") ?? 10);
    const skip = Number(query.get("skip") ?? 0);
    const found = this.events.filter((event) => Date.parse(event.create_time) >= from).reverse();
    const more = found.length > skip + size;
    query.set("skip", String(skip + size));
    return { events: copyOf(found.slice(skip, skip + size)), count: found.length, links: more ? [{ rel: "next",
      href: `http://127.0.0.1:${this.port}/v1/notifications/webhooks-events?${query}` }] : [] };
  }

  tell(type, resource) {
    const event = { id: `WH-${this.id()}`, event_version: "1.0", create_time: this.at(), event_type: type,
      summary: "Zoë", resource: copyOf(resource) };
    this.events.push(event);
    const body = JSON.stringify(event);
    this.published = (this.published ?? Promise.resolve()).then(() =>
      this.publish({ headers: this.signed(Buffer.from(body)), body }));
  }

  signed(body, { time = this.at(), id = randomUUID(), webhookId = this.webhookId } = {}) {
    const headers = { "content-type": "application/json", "paypal-transmission-id": id,
      "paypal-transmission-time": time, "paypal-auth-algo": "SHA256withRSA",
      "paypal-cert-url": this.signing?.url ?? "https://api.sandbox.paypal.com/v1/notifications/certs/none",
      "paypal-transmission-sig": "AAAA" };
    if (this.signing) {
      headers["paypal-transmission-sig"] = createSign("RSA-SHA256")
        .update(`${id}|${time}|${webhookId}|${crc32(body)}`).sign(this.signing.key, "base64");
    }
    return headers;
  }

  // What PayPal's own check says; of the event's bytes as they stand in the request.
  verify(values, raw) {
    only(values, ["auth_algo", "cert_url", "transmission_id", "transmission_sig", "transmission_time", "webhook_id",
      "webhook_event"]);
    const at = raw.indexOf('"webhook_event":') + '"webhook_event":'.length;
    const body = Buffer.from(raw.slice(at, raw.lastIndexOf("}")));
    const message = `${values.transmission_id}|${values.transmission_time}|${this.webhookId}|${crc32(body)}`;
    const isSigned = this.signing && values.webhook_id === this.webhookId && createVerify("RSA-SHA256")
      .update(message).verify(new X509Certificate(this.signing.pem).publicKey, values.transmission_sig, "base64");
    return { verification_status: isSigned ? "SUCCESS" : "FAILURE" };
  }

  async control(name, values) {
    const act = this[`control_${name}`];
    if (!act) throw new Error(`no control "${name}"`);
    const made = act.call(this, values) ?? {};
    await this.published;
    return made;
  }

  control_approve({ id }) {
    const order = this.orders.get(id);
    order.status = "APPROVED";
    this.tell("CHECKOUT.ORDER.APPROVED", order);
  }
  control_void({ id }) { this.orders.get(id).status = "VOIDED"; }
  control_next_capture({ status }) { this.nextCapture = status; }
  control_next_refunds({ status }) { this.nextRefund = status; }
  control_set_capture({ id, status }) {
    const capture = this.captures.get(id);
    capture.status = status;
    this.tell(`PAYMENT.CAPTURE.${status}`, capture);
  }
  control_set_refund({ id, status }) { this.refunds.get(id).status = status; }
  control_dispute({ id, status = "WAITING_FOR_SELLER_RESPONSE" }) { // of a capture
    const capture = this.captures.get(id);
    const dispute = { dispute_id: `PP-D-${this.id()}`, reason: "MERCHANDISE_OR_SERVICE_NOT_RECEIVED", status,
      dispute_amount: copyOf(capture.amount), dispute_life_cycle_stage: "INQUIRY",
      seller_response_due_date: "2027-01-15T08:00:00.000Z",
      disputed_transactions: [{ seller_transaction_id: id, custom: capture.custom_id }] };
    this.disputes.set(dispute.dispute_id, dispute);
    this.tell("CUSTOMER.DISPUTE.CREATED", dispute);
    return { id: dispute.dispute_id };
  }
  control_resolve({ id, outcome }) {
    Object.assign(this.disputes.get(id), { status: "RESOLVED", dispute_outcome: { outcome_code: outcome } });
  }
  control_may_dispute({ may }) { this.mayDispute = may; }
  control_forget_tokens() { this.tokens.clear(); }
  control_token_seconds({ seconds }) { this.tokenSeconds = seconds; }
  control_certificate({ path, pem, answer }) { this.certificates.set(path, pem ?? answer); }
  control_signing(values) { this.signing = values.key ? values : null; }
  control_sign({ body, ...more }) { return { headers: this.signed(Buffer.from(body, "base64"), more) }; }
  // A body of an attacker's choice with the sum of one that PayPal signed.
  control_collide({ of, before, after }) { return { body: colliding(before, after, crc32(Buffer.from(of))) }; }
  control_lines({ lines }) { this.lines.push(...lines); }
  control_posts() { // with the values that came
    return { posts: this.calls.filter(({ method, path }) => method === "POST" && path !== "/v1/oauth2/token")
      .map(({ path, headers, body }) => ({ path, type: headers["content-type"], prefer: headers.prefer,
        values: body ? JSON.parse(body) : {} })) };
  }
  control_remove_line({ id }) {
    this.lines = this.lines.filter(({ transaction_info: info }) => info.transaction_id !== id);
  }
  control_objects({ kind }) { return { objects: [...this[kind].values()].map(copyOf) }; }
}
