// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What customers, banks and the passing of time do at Stripe, for tests to bring about.
import qs from "qs";
import Stripe from "stripe";
import { now } from "./stripe_double.mjs";

const stripe = new Stripe("sk_test_double");

// A session gets its intent when somebody tries to pay.
function intentOf(double, id) {
  const session = double.sessions.get(id);
  if (!session) return [null, double.intents.get(id)];
  if (session.status !== "open" && !session.payment_intent) throw new Error("this page is closed");
  if (!session.payment_intent) {
    const intent = double.newIntent({ amount: session.amount_total, currency: session.currency,
      payment_method_types: ["card"], capture_method: "automatic_async",
      metadata: session.hidden.intent.metadata ?? {}, description: session.hidden.intent.description ?? null });
    session.payment_intent = intent.id;
  }
  return [session, double.intents.get(session.payment_intent)];
}

function close(double, session, paid, event) {
  if (!session) return;
  Object.assign(session, { status: "complete", payment_status: paid, url: null });
  double.tell(event, session);
}

export const controls = {
  // The customer pays at the page.
  pay(double, { id }) {
    const [session, intent] = intentOf(double, id);
    if (session && session.status !== "open") throw new Error("this page is closed");
    double.settle(intent);
    close(double, session, "paid", "checkout.session.completed");
  },
  decline(double, { id, code = "card_declined", decline_code = "insufficient_funds" }) {
    const [, intent] = intentOf(double, id);
    intent.last_payment_error = { type: "card_error", code, decline_code, message: "Your card was declined." };
    double.tell("payment_intent.payment_failed", intent);
  },
  // The customer pays in a way that takes days; `outcome` of the second call: "succeeded", "failed".
  pay_slowly(double, { id, outcome }) {
    const [session, intent] = intentOf(double, id);
    if (!outcome) {
      intent.status = "processing";
      close(double, session, "unpaid", "checkout.session.completed");
    } else if (outcome === "succeeded") {
      double.settle(intent);
      close(double, session, "paid", "checkout.session.async_payment_succeeded");
    } else {
      Object.assign(intent, { status: "requires_payment_method",
        last_payment_error: { type: "invalid_request_error", code: "payment_method_provider_decline" } });
      double.tell("checkout.session.async_payment_failed", session);
    }
  },
  // Money arrives at a page that was closed.
  pay_late(double, { id }) {
    const session = double.sessions.get(id);
    const status = session.status;
    session.status = "open";
    const [, intent] = intentOf(double, id);
    session.status = status;
    double.settle(intent);
  },
  // Somebody holds a card to the reader.
  present(double, { reader, decline_code }) {
    const action = double.readers.get(reader).action;
    const intent = double.intents.get(action.process_payment_intent.payment_intent);
    if (decline_code) {
      intent.last_payment_error = { type: "card_error", code: "card_declined", decline_code };
      Object.assign(action, { status: "failed", failure_code: "card_declined" });
      double.tell("payment_intent.payment_failed", intent);
      return;
    }
    Object.assign(action, { status: "succeeded" });
    Object.assign(intent, { status: "requires_capture", last_payment_error: null });
    double.tell("payment_intent.amount_capturable_updated", intent);
  },
  reader_status(double, { reader, status }) { double.reader(reader).status = status; },
  set_refund(double, { id, status, reason = null }) {
    const refund = double.refunds.get(id);
    const charge = double.charges.get(refund.charge);
    if (["failed", "canceled"].includes(status) && !["failed", "canceled"].includes(refund.status)) {
      charge.amount_refunded -= refund.amount;
      if (refund.status === "succeeded") double.book("refund_failure", refund.amount, 0, refund.currency, id);
    }
    Object.assign(refund, { status, failure_reason: reason });
    double.tell(status === "failed" ? "refund.failed" : "refund.updated", refund);
  },
  next_refunds(double, { status }) { double.nextRefund = status; },
  dispute(double, { id, status = "needs_response", due_by = now() + 604_800, isRefundable = false }) {
    const intent = double.intents.get(double.sessions.get(id)?.payment_intent ?? id);
    const charge = double.charges.get(intent.latest_charge);
    Object.assign(charge, { disputed: true });
    charge.hidden.isRefundable = isRefundable;
    const dispute = { id: double.id("dp_"), object: "dispute", amount: charge.amount, charge: charge.id,
      created: now(), currency: charge.currency, evidence_details: { due_by, submission_count: 0 },
      is_charge_refundable: isRefundable, livemode: false, metadata: {}, payment_intent: intent.id,
      reason: "fraudulent", status };
    double.disputes.set(dispute.id, dispute);
    double.book("adjustment", -charge.amount, 2000, charge.currency, dispute.id, "dispute");
    double.tell("charge.dispute.created", dispute);
    return { id: dispute.id };
  },
  set_dispute(double, { id, status }) {
    const dispute = double.disputes.get(id);
    dispute.status = status;
    double.tell("charge.dispute.closed", dispute);
  },
  payout(double) {
    const lines = [...double.transactions.values()].filter((line) => line.hidden.payout === null);
    const currency = lines[0]?.currency ?? "eur";
    const amount = lines.reduce((sum, line) => sum + line.net, 0);
    const payout = { id: double.id("po_"), object: "payout", amount, arrival_date: now(), automatic: true,
      created: now(), currency, livemode: false, metadata: {}, reconciliation_status: "completed", status: "paid" };
    double.payouts.set(payout.id, payout);
    lines.push(double.book("payout", -amount, 0, currency, payout.id));
    for (const line of lines) line.hidden.payout = payout.id;
    double.tell("payout.paid", payout);
    return { id: payout.id };
  },
  // So long ago that Stripe has forgotten its keys.
  forget_keys(double) { double.kept.clear(); },
  change(double, { kind, id, set }) { Object.assign(double[kind].get(id), set); },
  remove(double, { kind, id }) { double[kind].delete(id); },
  objects(double, { kind }) { return { objects: [...double[kind].values()].map((object) => double.shown(object)) }; },
  // The POSTs that came, with their parameters as Stripe's own library would have written them.
  posts(double) {
    return { posts: double.calls.filter(({ method }) => method === "POST").map(({ path, headers, body }) =>
      ({ path, type: headers["content-type"], values: qs.parse(body, { depth: 10 }) })) };
  },
  // A signature of its own making: {t, v1, header} over the bytes in base64.
  sign(double, { body, secret = double.secret, timestamp = now(), scheme }) {
    return { header: stripe.webhooks.generateTestHeaderString({
      payload: Buffer.from(body, "base64").toString("utf8"), secret, timestamp, scheme }) };
  },
  // Whether Stripe's own library takes a webhook.
  judge(double, { body, header, secret = double.secret, at = now() }) {
    try {
      const event = stripe.webhooks.constructEvent(Buffer.from(body, "base64"), header, secret, 300, undefined,
        at * 1000);
      return { isTaken: true, id: event.id };
    } catch (error) {
      return { isTaken: false, why: String(error.message) };
    }
  },
};
