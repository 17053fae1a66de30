// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes one call with the provider's own library, so that a test can put it beside ours.
//
//   node sdk_call.mjs BASE_URL   with {"provider", "call": "refunds.create", "values": […], "key"} as input;
//                                says what the library answered, or {"error": …}
import { readFileSync } from "node:fs";
import https from "node:https";

const base = new URL(process.argv[2]);
const { provider, call, values = [], key } = JSON.parse(readFileSync(0, "utf8"));

async function library() {
  if (provider === "stripe") {
    const { default: Stripe } = await import("stripe");
    return new Stripe("sk_test_double", { host: base.hostname, port: base.port, protocol: base.protocol.slice(0, -1),
      maxNetworkRetries: 0, telemetry: false });
  }
  if (provider === "paypal") {
    // Both of its addresses are built in; so the connection is led here instead.
    const paypal = await import("@paypal/paypal-server-sdk");
    class Here extends https.Agent {
      createConnection(options, done) {
        return super.createConnection({ ...options, host: base.hostname, port: base.port, servername: base.hostname },
          done);
      }
    }
    const client = new paypal.Client({ environment: paypal.Environment.Sandbox,
      clientCredentialsAuthCredentials: { oAuthClientId: "paypal-client", oAuthClientSecret: "paypal-secret" },
      httpClientOptions: { httpsAgent: new Here() } });
    return { orders: new paypal.OrdersController(client), payments: new paypal.PaymentsController(client) };
  }
  // It trusts the authorities that it brings along; here, those that Node was told (NODE_EXTRA_CA_CERTS).
  const Agent = https.Agent;
  https.Agent = class extends Agent {
    constructor(options) { super({ ...options, ca: undefined }); }
  };
  const { createMollieClient } = await import("@mollie/api-client");
  return createMollieClient({ apiKey: "test_double", apiEndpoint: base.origin + "/v2/" });
}

try {
  const steps = call.split(".");
  const last = steps.pop();
  const holder = steps.reduce((at, step) => at[step], await library());
  const options = provider === "stripe" && key ? [{ idempotencyKey: key }] : [];
  const made = await holder[last](...values, ...options);
  process.stdout.write(JSON.stringify(provider === "paypal" ? made.result : made));
} catch (error) {
  const { type, code, message } = error;
  process.stdout.write(JSON.stringify({ error: { type, code, message: String(message) } }));
}
