// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The houses of this computer, and the ways from one to another.

#include "app/desktop/desktop.h"
#include "app/desktop/first_start.h"
#include "core/services/counter.h"
#include "core/services/offer_cache.h"
#include "ui/common/formatting.h"
#include "ui/common/main_window.h"
#include "ui/common/parts.h"
#include "ui/people/sign_in_page.h"

#include <QApplication>
#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foyer::desktop {
namespace {

/// How a house is called in the list: by its organizer, and by its folder where that does not tell.
QString nameOf(const KnownHouse& house, const std::vector<KnownHouse>& all)
{
    const QString folder = QFileInfo{ui::text(house.folder)}.fileName();
    if (house.name.empty()) {
        return folder; // it has heard nothing of its server yet
    }
    const bool isAlone = std::ranges::count(all, house.name, &KnownHouse::name) == 1;
    return isAlone ? ui::text(house.name)
                   : QStringLiteral("%1 (%2)").arg(ui::isolated(ui::text(house.name)), folder);
}

} // namespace

void Desktop::askForNewHouse()
{
    auto* dialog = new FirstStart{m_window.get()};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        dialog->invitation().empty() ? openCounter(dialog->founding(), dialog->administrator())
                                     : openCounter({}, {}, dialog->invitation());
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        const auto known = m_houses.houses();
        known.empty() ? QApplication::quit() : Q_EMIT houseAsked(ui::text(known.front().folder));
    });
    dialog->open();
}

void Desktop::addHouses()
{
    if (!m_houses.isKept() || m_options.training) {
        return;
    }
    connect(m_signIn, &ui::SignInPage::newHouseAsked, this,
            [this] { Q_EMIT houseAsked(ui::text(m_houses.newFolder())); });
    connect(m_signIn, &ui::SignInPage::houseChosen, this, [this](int number) {
        if (number >= 0 && number < std::ssize(m_known)) {
            Q_EMIT houseAsked(ui::text(m_known[static_cast<std::size_t>(number)].folder));
        }
    });
    m_store->ask<std::vector<KnownHouse>>(
        [houses = m_houses,
         folder = m_options.folder](Counter& counter) -> Result<std::vector<KnownHouse>> {
            const auto& organizer = counter.offers().organizer();
            const KnownHouse here{folder, organizer ? organizer->name : std::string{}};
            // Without a list one house is as good as ever.
            if (const auto noted = houses.noteUsed(here); !noted) {
                return std::vector{here};
            }
            return houses.houses();
        },
        [this](const Result<std::vector<KnownHouse>>& known) {
            m_known = known ? *known : std::vector<KnownHouse>{};
            QStringList names;
            for (const KnownHouse& house : m_known) {
                names << nameOf(house, m_known);
            }
            m_signIn->setHouses(names);
        });
}

void Desktop::addWaysOut(QVBoxLayout& column, QWidget* page)
{
    const auto known = m_options.training ? std::vector<KnownHouse>{} : m_houses.houses();
    for (const KnownHouse& house : known) {
        if (house.folder != m_options.folder) {
            auto* button = ui::makeButton(tr("Open %1").arg(nameOf(house, known)), "", page);
            column.addWidget(button, 0, Qt::AlignHCenter);
            connect(button, &QPushButton::clicked, this,
                    [this, folder = house.folder] { Q_EMIT houseAsked(ui::text(folder)); });
        }
    }
}

} // namespace foyer::desktop
