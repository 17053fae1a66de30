// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/drawers.h"

#include "core/services/access_control.h"
#include "core/services/counter.h"
#include "core/services/guarded.h"
#include "core/storage/catalogue_edits.h"
#include "core/storage/catalogue_store.h"
#include "core/storage/till_store.h"

#include <algorithm>

namespace foyer {
namespace {

Result<void> checkDrawerName(const std::vector<Drawer>& known, const std::string& name)
{
    if (name.find_first_not_of(' ') == std::string::npos) {
        return badInput("name_missing", "Say the drawer's name.", "name");
    }
    if (std::ranges::find(known, name, &Drawer::name) != known.end()) {
        return refused("name_taken", "There is a drawer of that name already. Choose another name.",
                       "name");
    }
    return {};
}

} // namespace

std::vector<Drawer> readDrawers(Counter& counter)
{
    std::vector<Drawer> here;
    readEntities(counter.database(), counter.organizer(), "drawer",
                 [&](const Uuid& id, const Entity& entity) {
                     auto drawer = drawerFrom(id, entity);
                     if (drawer && drawer->replica == counter.replica()) {
                         here.push_back(*std::move(drawer));
                     }
                 });
    std::ranges::sort(here, {}, [](const Drawer& drawer) {
        return std::pair{drawer.name, drawer.id};
    });
    return here;
}

Error unknownDrawer()
{
    return refused("unknown_drawer",
                   "There is no such drawer at this counter. foyer-cli till drawers lists them.",
                   "drawer");
}

Result<std::vector<Drawer>> drawers(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Drawer>> {
        if (auto may = counter.access().require(Permission::RunShift); !may) {
            return std::move(may).error();
        }
        return readDrawers(counter);
    });
}

Result<std::vector<Drawer>> freeDrawers(Counter& counter)
{
    return guarded([&]() -> Result<std::vector<Drawer>> {
        auto free = drawers(counter);
        if (!free) {
            return free;
        }
        for (const StoredShift& shift :
             readOpenShifts(counter.database(), counter.organizer(), counter.replica())) {
            std::erase_if(*free,
                          [&](const Drawer& drawer) { return drawer.id == shift.opening.drawer; });
        }
        return free;
    });
}

Result<DrawerId> addDrawer(Counter& counter, const std::string& name)
{
    return guarded([&]() -> Result<DrawerId> {
        const auto permit = counter.access().permit(Permission::RunCounter);
        if (!permit) {
            return permit.error();
        }
        if (auto sound = checkDrawerName(readDrawers(counter), name); !sound) {
            return std::move(sound).error();
        }
        const DrawerId id{Uuid::v7(counter.clock().now(), counter.random())};
        Journal::Act act{counter.journal(), *permit};
        act.append(kind::kDrawerEdited, encode(editOf(Drawer{id, name, counter.replica()})));
        act.commit();
        counter.noteHead();
        return id;
    });
}

Result<void> renameDrawer(Counter& counter, DrawerId drawer, const std::string& name)
{
    return guarded([&]() -> Result<void> {
        const auto permit = counter.access().permit(Permission::RunCounter);
        if (!permit) {
            return permit.error();
        }
        const auto here = readDrawers(counter);
        if (std::ranges::find(here, drawer, &Drawer::id) == here.end()) {
            return unknownDrawer();
        }
        if (auto sound = checkDrawerName(here, name); !sound) {
            return sound;
        }
        Journal::Act act{counter.journal(), *permit};
        appendEdit(act, counter.database(), counter.organizer(), kind::kDrawerEdited,
                   {drawer.uuid, {{"name", name}}});
        act.commit();
        counter.noteHead();
        return {};
    });
}

} // namespace foyer
