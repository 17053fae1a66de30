// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Payment providers on this computer. Says the ports of its doubles on the first line, and ends with its input.
//
//   node double.mjs [CERTIFICATE KEY]     with these: over TLS
import { MollieDouble } from "./mollie_double.mjs";
import { PaypalDouble } from "./paypal_double.mjs";
import { StripeDouble } from "./stripe_double.mjs";

const [cert, key] = process.argv.slice(2);
const tls = cert ? { cert, key } : null;
const doubles = [new StripeDouble(), new PaypalDouble(), new MollieDouble()];
const ports = {};
for (const double of doubles) ports[double.name] = await double.listen(tls);
process.stdout.write(JSON.stringify(ports) + "\n");
process.stdin.on("end", () => process.exit(0)).resume();
