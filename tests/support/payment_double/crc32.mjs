// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// CRC-32 as of zlib (node:zlib has none before version 20.15).
const table = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; ++k) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

export function crc32(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = table[(c ^ byte) & 0xff] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** `before` + 64 digits + `after`, with the digits so chosen that the CRC-32 is `wanted`: it is linear, no hash. */
export function colliding(before, after, wanted) {
  const bytes = (bits) => Buffer.from(before + bits.map((bit) => (bit ? "1" : "0")).join("") + after);
  const none = new Array(64).fill(0);
  const base = crc32(bytes(none));
  // What each digit changes, brought to rows with one leading bit each; `mix` says which digits those are.
  const rows = [];
  none.forEach((_, i) => {
    let value = (crc32(bytes(none.map((__, k) => (k === i ? 1 : 0)))) ^ base) >>> 0;
    let mix = 1n << BigInt(i);
    for (const row of rows) {
      if (((value ^ row.value) >>> 0) < value) [value, mix] = [(value ^ row.value) >>> 0, mix ^ row.mix];
    }
    if (value) rows.push({ value, mix });
    rows.sort((a, b) => b.value - a.value);
  });
  let left = (base ^ wanted) >>> 0;
  let mix = 0n;
  for (const row of rows) {
    if (((left ^ row.value) >>> 0) < left) [left, mix] = [(left ^ row.value) >>> 0, mix ^ row.mix];
  }
  if (left) throw new Error("these digits reach no such sum");
  return bytes(none.map((_, i) => Number((mix >> BigInt(i)) & 1n))).toString();
}
