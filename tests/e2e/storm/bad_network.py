# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way from each counter to the server: a TCP proxy that cuts, slows, stalls and drops.

Every counter has a line of its own, with weather of its own that follows from its seed. The proxy sees
only TLS: it cannot do anything that a bad network could not do, too."""

import asyncio
import dataclasses
import random
import threading
import time

CHUNK = 16 * 1024


@dataclasses.dataclass(frozen=True)
class Weather:
    """How a line is for a while."""

    kind: str  # fair, slow, stalled, brittle, cut
    seconds: float
    delay: float = 0.0  # of each piece that passes
    bytes_per_second: float = float("inf")
    bytes_max: int = 0  # brittle: so much of a connection passes, in either direction


def weather_of(chance: random.Random) -> Weather:
    kind = chance.choices(("fair", "slow", "stalled", "brittle", "cut"), (40, 20, 8, 22, 10))[0]
    seconds = chance.uniform(1.0, 6.0)
    if kind == "slow":
        return Weather(kind, seconds, chance.uniform(0.02, 0.25), chance.uniform(20_000, 200_000))
    if kind == "brittle":
        # From the middle of the handshake to the middle of an answer.
        return Weather(kind, seconds, bytes_max=chance.randint(200, 9_000))
    return Weather(kind, seconds)


FAIR = Weather("fair", float("inf"))


class Line:
    """One counter's way to the server."""

    def __init__(self, seed: str):
        self.port = 0
        self.weather = FAIR
        self._chance = random.Random(seed)
        self._until = float("inf")
        self.seen: dict[str, int] = {}  # connections by the weather they began in
        self.broken = 0  # connections that were broken off

    def turn_bad(self) -> None:
        self._until = 0.0

    def heal(self) -> None:
        self.weather, self._until = FAIR, float("inf")

    def now(self) -> Weather:
        if time.monotonic() >= self._until:
            self.weather = weather_of(self._chance)
            self._until = time.monotonic() + self.weather.seconds
        return self.weather

    def server_among(self, ports: list[int]) -> int | None:
        return self._chance.choice(ports) if ports else None

    def address(self) -> str:
        """Where a connection comes from: the server counts by networks, and the programs of a clerk get a
        token each, which is more often than a counter asks for one that stays open."""
        return f"127.{self._chance.randint(1, 254)}.{self._chance.randint(0, 254)}.1"


class Broken(Exception):
    """The network has had enough of a connection."""


class BadNetwork:
    """All lines, served by a thread of its own. `ports` says where servers listen at the moment."""

    def __init__(self, seed: int, counters: int, ports):
        self.lines = [Line(f"{seed}/line/{number}") for number in range(counters)]
        self._ports = ports
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait()

    def turn_bad(self) -> None:
        for line in self.lines:
            line.turn_bad()

    def heal(self) -> None:
        for line in self.lines:
            line.heal()

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        # A connection that was reset while something was on its way is the normal case here.
        self._loop.set_exception_handler(lambda loop, context: None)
        for line in self.lines:
            self._loop.run_until_complete(self._listen(line))
        started.set()
        self._loop.run_forever()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _listen(self, line: Line) -> None:
        async def accepted(reader, writer):
            await self._serve(line, reader, writer)

        server = await asyncio.start_server(accepted, "127.0.0.1", 0)
        line.port = server.sockets[0].getsockname()[1]

    async def _serve(self, line: Line, reader, writer) -> None:
        weather = line.now()
        line.seen[weather.kind] = line.seen.get(weather.kind, 0) + 1
        port = line.server_among(self._ports())
        if weather.kind == "cut" or port is None:
            writer.transport.abort()
            return
        try:
            out_reader, out_writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(line.address(), 0))
        except OSError:
            writer.transport.abort()
            return
        budget = [weather.bytes_max] if weather.kind == "brittle" else None
        ways = [asyncio.ensure_future(self._pump(line, budget, reader, out_writer)),
                asyncio.ensure_future(self._pump(line, budget, out_reader, writer))]
        try:
            await asyncio.gather(*ways)
        except Broken:
            line.broken += 1
        except OSError:
            pass  # one of the two has gone
        finally:
            for way in ways:
                way.cancel()
            for end in (writer, out_writer):
                end.transport.abort()

    async def _pump(self, line: Line, budget, reader, writer) -> None:
        while piece := await reader.read(CHUNK):
            while (weather := line.now()).kind == "stalled":
                await asyncio.sleep(0.05)
            if weather.kind == "cut":
                raise Broken
            if budget is not None:
                budget[0] -= len(piece)
                if budget[0] < 0:
                    raise Broken
            if weather.kind == "slow":
                await asyncio.sleep(weather.delay + len(piece) / weather.bytes_per_second)
            writer.write(piece)
            await writer.drain()
        if writer.can_write_eof():
            writer.write_eof()
