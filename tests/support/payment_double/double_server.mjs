// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the doubles of all providers share: an HTTP server that writes down every call, fails as a script of
// faults says, and sends webhooks.
import { readFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Whoever listens has made its certificate itself: here it is not the double that has to be careful.
const post = (url, { headers, body }) => new Promise((resolve) => {
  const { request } = url.startsWith("https:") ? https : http;
  const sent = request(url, { method: "POST", headers: { ...headers, "content-length": Buffer.byteLength(body) },
    rejectUnauthorized: false }, (reply) => reply.resume().on("end", () => resolve(reply.statusCode)));
  sent.on("error", (error) => resolve(String(error.code ?? error))).end(body);
});

/** { status, body (an object, a text or nothing), headers } */
export class Double {
  constructor(name) {
    this.name = name;
    this.calls = []; // {method, path, headers, body}
    this.faults = []; // as POST /_control/faults has them
    this.sent = []; // webhooks: {headers, body}
    this.target = null; // {url, copies} where webhooks are posted to
    this.deliveries = []; // what the target answered
    this.published = undefined; // done when all of them are out
  }

  // Of the provider: answer(request) and control(name, values) → an object.

  fault(request) {
    const matching = this.faults.filter(({ match }) => `${request.method} ${request.path}`.startsWith(match));
    for (const fault of matching) fault.seen = (fault.seen ?? 0) + 1;
    return matching.find(({ nth, seen }) => nth === undefined || nth === seen) ?? null;
  }

  async publish(event) { // {headers, body}
    this.sent.push(event);
    for (let copy = 0; this.target && copy < (this.target.copies ?? 1); ++copy) {
      this.deliveries.push(await post(this.target.url, event));
    }
  }

  async controlled(request) {
    const name = request.path.slice("/_control/".length);
    const values = request.body ? JSON.parse(request.body) : {};
    switch (name) {
      case "faults": this.faults = values.faults ?? []; return {};
      case "reset": await this.published; Object.assign(this, new this.constructor(), { port: this.port }); return {};
      case "calls": return { calls: this.calls };
      case "forget_calls": this.calls = []; return {};
      case "webhooks": await this.published; return { webhooks: this.sent, deliveries: this.deliveries };
      case "target": this.target = values.url ? values : null; return {};
      default: return this.control(name, values);
    }
  }

  async serve(message, reply) {
    const chunks = [];
    for await (const chunk of message) chunks.push(chunk);
    const [path, query = ""] = message.url.split("?");
    const request = { method: message.method, path, query, headers: message.headers,
      body: Buffer.concat(chunks).toString("utf8") };
    const respond = ({ status = 200, body, headers = {} }) => {
      const isText = typeof body === "string";
      reply.writeHead(status, { "content-type": isText ? "text/plain" : "application/json", ...headers });
      reply.end(body === undefined ? "" : isText ? body : JSON.stringify(body));
    };
    if (path.startsWith("/_control/")) {
      try {
        respond({ body: await this.controlled(request) });
      } catch (error) {
        respond({ status: 400, body: { error: String(error.stack ?? error) } });
      }
      return;
    }
    this.calls.push(request);
    const fault = this.fault(request);
    if (fault?.do === "hang_up") { message.socket.destroy(); return; } // nothing is done
    if (fault?.do === "answer") { respond(fault); return; } // nothing is done either
    let answer;
    try {
      answer = await this.answer(request, fault);
    } catch (error) {
      answer = { status: 500, body: { error: String(error.stack ?? error) } };
      process.stderr.write(String(error.stack ?? error) + "\n");
    }
    if (fault?.do === "drop") { message.socket.destroy(); return; } // it is done, and nobody hears of it
    if (fault?.do === "delay") await wait(fault.ms);
    if (fault?.do === "tamper") {
      for (const [name, value] of Object.entries(fault.set)) {
        const steps = name.split(".");
        const last = steps.pop();
        const holder = steps.reduce((at, step) => at?.[step], answer.body);
        if (holder) holder[last] = value;
      }
    }
    if (fault?.do === "dribble") { // a byte at a time, for ever
      reply.socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n");
      while (!reply.socket.destroyed) { reply.socket.write(" "); await wait(fault.ms ?? 100); }
      return;
    }
    if (fault?.do === "raw") { reply.socket.end(fault.bytes); return; } // whatever it says
    respond(answer);
  }

  /** Listens on a free port of this computer. */
  async listen(tls) {
    const serve = (message, reply) => this.serve(message, reply).catch((error) => {
      process.stderr.write(String(error.stack) + "\n");
      reply.destroy();
    });
    const server = tls
      ? https.createServer({ cert: readFileSync(tls.cert), key: readFileSync(tls.key) }, serve)
      : http.createServer(serve);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.port = server.address().port;
    return this.port;
  }
}

/** { id: …, other: … } → a copy, so that what was answered does not change afterwards. */
export const copyOf = (object) => structuredClone(object);
