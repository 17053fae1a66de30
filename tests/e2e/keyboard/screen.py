# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window on a display and an accessibility bus of its own: pressed by keys, and read as a
screen reader reads it. There is no pointer in it."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = 30.0
PASSPHRASE = "correct horse battery"
State = Atspi.StateType

# Only the accessibility bus can be started on this session bus: a keychain would ask for a password.
BUS = """<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
SERVICE = "[D-BUS Service]\nName=org.a11y.Bus\nExec=/usr/libexec/at-spi-bus-launcher\n"


def waited(what, condition, patience=PATIENCE):
    """The first true answer of a condition; fails with a sentence when it never comes."""
    end = time.monotonic() + patience
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}")
        time.sleep(0.02)


class Display:
    """A display, a window manager and a bus for one test. The bus has to be there before the first
    word with Atspi, and stays for the life of the process."""

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="foyer-keys-"))
        self.running = []
        runtime = self.root / "run"
        runtime.mkdir(mode=0o700)
        services = self.root / "services"
        services.mkdir()
        (services / "org.a11y.Bus.service").write_text(SERVICE)
        (self.root / "bus.conf").write_text(BUS.format(folder=self.root))
        os.environ.update({
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.root}/bus", "XDG_RUNTIME_DIR": str(runtime),
            "HOME": str(self.root), "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "NO_AT_BRIDGE": "0",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"})
        for name in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "FOYER_DATA"):
            os.environ.pop(name, None)
        try:
            self.start_display()
            self.start(["dbus-daemon", f"--config-file={self.root}/bus.conf", "--nofork",
                        "--nopidfile"])
            waited("the bus", (self.root / "bus").exists)
            self.start(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
            # A window that comes while its manager starts is lost: wait for its start-up command.
            self.start(["openbox", "--startup", f"touch '{self.root}/managed'"])
            waited("the window manager", (self.root / "managed").exists)
        except BaseException:
            self.stop()
            raise

    def start_display(self):
        with open(self.root / "log", "ab") as log:
            display = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24",
                                        "-nolisten", "tcp", "-noreset"], stdout=subprocess.PIPE, stderr=log)
        self.running.append(display)
        os.environ["DISPLAY"] = ":" + display.stdout.readline().decode().strip()
        waited("the display", lambda: subprocess.run(["xdpyinfo"], check=False, timeout=10,
                                                     capture_output=True).returncode == 0)

    def start(self, command, **how):
        with open(self.root / "log", "ab") as log:
            program = subprocess.Popen(command, stdout=log, stderr=log, **how)
        self.running.append(program)
        return program

    def stop(self):
        for program in reversed(self.running):
            if program.stdout:
                program.stdout.close()
            if program.poll() is None:
                program.terminate()
                try:
                    program.wait(10)
                except subprocess.TimeoutExpired:
                    program.kill()
                    program.wait()
        shutil.rmtree(self.root, ignore_errors=True)


class Thing:
    """Something on the screen as a screen reader has it."""

    def __init__(self, accessible):
        self.accessible = accessible

    @property
    def name(self):
        return self.accessible.get_name() or ""

    @property
    def description(self):
        return self.accessible.get_description() or ""

    @property
    def role(self):
        return self.accessible.get_role_name()

    def has(self, state):
        return self.accessible.get_state_set().contains(state)

    @property
    def text(self):
        if "Text" not in self.accessible.get_interfaces():
            return ""
        return Atspi.Text.get_text(self.accessible, 0,
                                   Atspi.Text.get_character_count(self.accessible))

    def parent(self):
        return Thing(self.accessible.get_parent())

    def children(self):
        """Without what a list or table has out of sight, which may be thousands."""
        count = self.accessible.get_child_count()
        for index in range(min(count, 300)):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                yield Thing(child)

    def __repr__(self):
        return f"{self.role} “{self.name}”"


def walk(thing):
    """All of it that can be seen. What is in a hidden page is hidden with it, and asking for each of
    its parts takes minutes where there are many workspaces."""
    yield thing
    if thing.has(State.MANAGES_DESCENDANTS):
        return
    for child in thing.children():
        try:
            is_there = child.has(State.VISIBLE)
        except gi.repository.GLib.Error:
            continue  # it went away meanwhile
        if is_there:
            yield from walk(child)


class Screen:
    """The program, its window, and every key that was pressed."""

    def __init__(self, display, program, *arguments, **changes):
        self.pressed = 0
        self.display = display
        environment = {**os.environ, "FOYER_PASSPHRASE": PASSPHRASE, **changes}
        self.program = display.start([program, *map(str, arguments)], env=environment)
        self.application = waited("the window", self._application)

    def _application(self):
        if self.program.poll() is not None:
            raise AssertionError((self.display.root / "log").read_text())
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.program.pid:
                child.set_cache_mask(Atspi.Cache.NONE)
                return Thing(child)
        return None

    def quit(self):
        self.program.terminate()
        self.program.wait(20)

    def keys(self, *names):
        """Presses keys by their X names, one after the other."""
        for name in names:
            self.pressed += 1
            subprocess.run(["xdotool", "key", "--clearmodifiers", name], check=True)

    def type(self, words):
        self.pressed += len(words)
        subprocess.run(["xdotool", "type", "--delay", "40", words], check=True)

    def scan(self, code):
        """A scanner types a whole code and Enter faster than fingers can; nobody presses a key."""
        subprocess.run(["xdotool", "type", "--args", "1", "--delay", "2", code, "key", "--delay", "0",
                        "Return"], check=True)
        time.sleep(0.5)  # the questions below take their turns between the keys

    def all(self):
        """Everything that is to be seen."""
        found = []
        for thing in walk(self.application):
            try:
                if thing.has(State.SHOWING):
                    found.append(thing)
            except gi.repository.GLib.Error:
                pass  # it went away meanwhile
        return found

    def find(self, role, name):
        """What is to be seen of a role and a name, or with a name that begins so."""
        return next((thing for thing in self.all()
                     if thing.role == role and thing.name.startswith(name)), None)

    def says(self, words):
        """Waits until these words stand somewhere."""
        return waited(f"“{words}” on the screen", lambda: next(
            (thing for thing in self.all() if words in thing.name or words in thing.text), None))

    def focus(self):
        """What the next key goes to."""
        focused = [thing for thing in self.all() if thing.has(State.FOCUSED)]
        return focused[-1] if focused else None

    def focused_on(self, role, name):
        """Waits until the focus is on this, and fails with what it was on."""
        last = []

        def there():
            last[:] = [self.focus()]
            return last[0] and last[0].role == role and last[0].name.startswith(name) and last[0]
        try:
            return waited("", there, 10)
        except AssertionError:
            raise AssertionError(f"the focus is on {last[0]}, not on {role} “{name}”") from None

    def focused_on_any(self, why):
        """Waits until something has the focus, and it has a name."""
        thing = waited(f"the focus {why}", self.focus)
        if not thing.name:
            raise AssertionError(f"the focus is on a nameless {thing.role}, {why}")
        return thing

    def tab_to(self, role, name):
        """Goes on by Tab until the focus is there."""
        seen = []
        for _ in range(80):
            thing = self.focus()
            if thing and thing.role == role and thing.name.startswith(name):
                return thing
            seen.append(repr(thing))
            self.keys("Tab")
            time.sleep(0.03)
        raise AssertionError(f"Tab never came to {role} “{name}”, but to " + ", ".join(seen))

    def counted(self):
        """How many keys were pressed since this was asked last."""
        count, self.pressed = self.pressed, 0
        return count

    def picture(self, path):
        subprocess.run(["import", "-window", "root", str(path)], check=False)
