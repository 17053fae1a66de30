# SPDX-FileCopyrightText: The Foyer authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A season in which everybody wants the same few places: a hall of 60 seats twice, and a floor to stand on."""

import datetime
import json
import zoneinfo

ROWS = 6
SEATS = 10
STANDING = 400

PLAN = json.dumps({
    "name": "Hall", "size": {"width": 400, "height": 300},
    "categories": [{"name": "Front", "color": "#07b"}, {"name": "Back", "color": "#E69F00"}],
    "zones": [{"name": "Stalls", "position": {"x": 0, "y": 0}, "rows": [
        {"row_number": "ABCDEF"[row], "position": {"x": 0, "y": 30 * row}, "seats": [
            {"seat_guid": f"{row}-{seat}", "seat_number": str(seat + 1), "position": {"x": 20 * seat, "y": 0},
             "category": "Front" if row < 2 else "Back"} for seat in range(SEATS)]}
        for row in range(ROWS)]}]})

HALL = {"capacity": ROWS * SEATS, "types": ["Adult", "Child"], "categories": ["Front", "Back"],
        "seats": [f"Stalls {'ABCDEF'[row]}{seat + 1}" for row in range(ROWS) for seat in range(SEATS)]}
SHOWS = {"Hamlet": HALL,
         "Late Jazz": {"capacity": STANDING, "types": ["Regular"], "categories": ["Standing"], "seats": []}}

COLUMNS = ("row,event,name,subtitle,venue,address,time_zone,rate,inclusive,tax,category,type,price,percent,per,"
           "max_per_order,plan,date,time,doors,capacity,on_sale_from,on_sale_until,types,categories")


def season_csv() -> str:
    # A gate admits from 12 hours before the start on, so all of it starts soon, whenever this runs.
    soon = [(datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=hours)).astimezone(
        zoneinfo.ZoneInfo("Europe/Berlin")).strftime("%Y-%m-%d,%H:%M") for hours in (2, 5, 3)]
    return f"""{COLUMNS}
venue,,Playhouse,,,1 Market Square,Europe/Berlin
tax,,VAT 7 %,,,,,7,yes
event,,Hamlet,,Playhouse
category,,Front
category,,Back
type,,Adult,,,,,,,VAT 7 %
type,,Child,,,,,,,VAT 7 %
price,,,,,,,,,,Front,Adult,45.00
price,,,,,,,,,,Front,Child,22.50
price,,,,,,,,,,Back,Adult,30.00
price,,,,,,,,,,Back,Child,15.00
fee,,Booking fee,,,,,,,VAT 7 %,,,2.00,,order
performance,,,,,,,,,,,,,,,,Hall,{soon[0]}
performance,,,,,,,,,,,,,,,,Hall,{soon[1]}
event,,Late Jazz,,Playhouse
category,,Standing
type,,Regular,,,,,,,VAT 7 %
price,,,,,,,,,,Standing,Regular,12.00
performance,,,,,,,,,,,,,,,,,{soon[2]},,{STANDING}
"""
