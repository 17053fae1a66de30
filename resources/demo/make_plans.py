#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the two rooms of the demonstration season: a theatre (pretix's seating-plan shape) and a club
with tables and a standing area (seats.io's chart shape). Run it after a change and commit what it writes."""
import json
import math
import pathlib
import uuid

HERE = pathlib.Path(__file__).parent / "plans"
SPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")


def seat(zone, row, number, x, y, category, **traits):
    guid = str(uuid.uuid5(SPACE, f"{zone}/{row}/{number}"))
    return {"seat_guid": guid, "seat_number": str(number), "position": {"x": round(x, 1), "y": round(y, 1)},
            "category": category, **traits}


def curved_row(zone, label, count, radius, centre, spread, category, aisles=()):
    """Seats on a circle around the stage; an aisle leaves the room of one and a half seats."""
    steps = count + 1.5 * len(aisles)
    seats, at = [], 0.0
    for number in range(1, count + 1):
        if number in aisles:
            at += 1.5
        angle = math.pi / 2 + spread * (0.5 - (at + 0.5) / steps)
        seats.append(seat(zone, label, number, centre[0] + radius * math.cos(angle),
                          centre[1] + radius * math.sin(angle), category))
        at += 1
    return {"row_number": label, "position": {"x": 0, "y": 0}, "seats": seats}


def theatre():
    centre = (600, -260)
    stalls = []
    for i, label in enumerate("ABCDEFGHJKLM"):
        count = 18 + i
        category = "Premium" if i < 5 else "Standard"
        stalls.append(curved_row("Stalls", label, count, 460 + 36 * i, centre, 0.96 + 0.02 * i, category,
                                 (count // 2 + 1,)))
    circle = [curved_row("Circle", label, 30 + i, 1000 + 36 * i, centre, 1.0, "Balcony",
                         (10, 22)) for i, label in enumerate("ABCDE")]
    # Places for wheelchairs at both ends of the last row, which a level way leads to.
    last = stalls[-1]["seats"]
    for wheelchair, companion in ((0, 1), (-1, -2)):
        last[wheelchair]["accessible"] = True
        last[companion]["companion"] = True
    for row in circle:
        for at in (0, 1, -2, -1):
            row["seats"][at]["restricted_view"] = True
    boxes = []
    for side, x in (("Left", 120), ("Right", 1080)):
        for i in range(3):
            label = f"{side} {i + 1}"
            boxes.append({"row_number": label, "position": {"x": 0, "y": 0}, "seats": [
                seat("Boxes", label, n, x + (26 * (n % 2)), 210 + 90 * i + 26 * (n // 2), "Premium",
                     **({"restricted_view": True} if n > 2 else {}))
                for n in range(1, 5)]})
    return {
        "name": "Playhouse", "size": {"width": 1200, "height": 900},
        "zones": [
            {"name": "Stalls", "displayed": True, "position": {"x": 0, "y": 0}, "rows": stalls,
             "areas": [{"shape": "rectangle", "position": {"x": 380, "y": 40}, "color": "#dddddd",
                        "border_color": "#888888", "rotation": 0, "rectangle": {"width": 440, "height": 90},
                        "text": {"position": {"x": 220, "y": 45}, "color": "#333333", "text": "Stage"}}]},
            {"name": "Circle", "displayed": True, "position": {"x": 0, "y": 0}, "rows": circle},
            {"name": "Boxes", "displayed": True, "position": {"x": 0, "y": 0}, "rows": boxes}],
        "categories": [{"name": "Premium", "color": "#0072B2"}, {"name": "Standard", "color": "#E69F00"},
                       {"name": "Balcony", "color": "#009E73"}]}


def club():
    def chair(table, number, x, y, **traits):
        return {"x": round(x, 1), "y": round(y, 1), "label": str(number), "categoryLabel": "Table", "categoryKey": 1,
                "accessible": False, "companionSeat": False, "restrictedView": False,
                "uuid": f"{table}-{number}", **traits}
    tables = []
    for i in range(8):
        cx, cy = 110 + 130 * (i % 4), 150 + 130 * (i // 4)
        label = f"T{i + 1}"
        chairs = [chair(label, n + 1, cx + 38 * math.cos(math.tau * n / 6), cy + 38 * math.sin(math.tau * n / 6),
                        accessible=i == 0 and n == 0, companionSeat=i == 0 and n == 1,
                        restrictedView=i == 7 and n > 3) for n in range(6)]
        tables.append({"label": label, "center": {"x": cx, "y": cy}, "radius": 22, "type": "round",
                       "rotationAngle": 0, "openSpaces": 0, "seats": chairs})
    return {
        "name": "Club", "version": 21, "venueType": "ROWS_WITHOUT_SECTIONS", "sectionScaleFactor": 100,
        "categories": {"list": [{"label": "Table", "color": "#0072B2", "accessible": False, "key": 1},
                                {"label": "Standing", "color": "#E69F00", "accessible": False, "key": 2}],
                       "maxCategoryKey": 2},
        "subChart": {
            "width": 620, "height": 480, "tables": tables, "rows": [], "booths": [], "sections": [],
            "imageObjects": [], "icons": [],
            "texts": [],
            "shapes": [{"type": "rectangle", "label": "Stage", "smartType": "stage", "uuid": "stage",
                        "center": {"x": 310, "y": 50}, "width": 300, "height": 60, "rotationAngle": 0}],
            "generalAdmissionAreas": [{"label": "Floor", "categoryLabel": "Standing", "categoryKey": 2, "capacity": 120,
                                       "type": "polygon", "uuid": "floor",
                                       "points": [{"x": 60, "y": 360}, {"x": 560, "y": 360},
                                                  {"x": 560, "y": 460}, {"x": 60, "y": 460}]}]}}


if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for name, plan in (("playhouse", theatre()), ("club", club())):
        (HERE / f"{name}.json").write_text(json.dumps(plan, indent=1) + "\n", encoding="utf-8")
