// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QCoreApplication;
class QLocale;

namespace foyer::desktop {

/// Lets the screens speak the first of the user's languages that there is, Qt's own words included.
/// English is always loaded beneath: its sentences stand in the sources, its plurals do not.
void installLanguages(QCoreApplication& application, const QLocale& locale);

} // namespace foyer::desktop
