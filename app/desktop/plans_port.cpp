// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/desktop/plans_port.h"

#include "app/desktop/store_thread.h"
#include "core/documents/plans/plan_export.h"
#include "core/documents/plans/plan_import.h"
#include "core/services/catalogue.h"
#include "core/services/counter.h"
#include "core/services/data_folder.h"
#include "core/services/guarded.h"
#include "core/services/offer_cache.h"
#include "core/services/plans.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QUuid>

namespace foyer::desktop {
namespace {

constexpr qint64 kPlanFileMax = qint64{32} * 1024 * 1024;

QString draftFile(Counter& counter)
{
    return QString::fromStdString(counter.folder().path()) + QStringLiteral("/plan-draft.cbor");
}

Result<ui::OpenedPlan> openedPlan(Counter& counter, PlanId plan)
{
    auto version = planVersion(counter, plan);
    if (!version) {
        return std::move(version).error();
    }
    const auto use = planUse(counter, plan);
    if (!use) {
        return use.error();
    }
    ui::OpenedPlan opened{plan, version->stamp, {}, {}, use->performances.size()};
    for (const auto& [seat, times] : use->taken) {
        if (seat < version->plan.seats.size()) {
            opened.taken.emplace(version->plan.seats[seat].id, times);
        }
    }
    opened.plan = std::move(version->plan);
    return opened;
}

Result<ui::OpenedPlan> savedPlan(Counter& counter, const ui::PlanToSave& wanted)
{
    if (!wanted.id) {
        const auto made = importPlan(counter, wanted.plan);
        return made ? openedPlan(counter, *made) : made.error();
    }
    const auto changed =
        changePlan(counter, {.plan = *wanted.id, .base = wanted.base, .next = wanted.plan});
    return changed ? openedPlan(counter, *wanted.id) : changed.error();
}

Result<std::string> fileContent(const QString& path)
{
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) {
        return badInput("no_such_file", "This file cannot be read. Choose another one.");
    }
    if (file.size() > kPlanFileMax) {
        return badInput("file_too_large", "This file is larger than 32 MB. Choose another one.");
    }
    return file.readAll().toStdString();
}

std::vector<std::string> lossCodes(const std::vector<PlanLoss>& losses)
{
    std::vector<std::string> codes;
    for (const PlanLoss loss : losses) {
        codes.emplace_back(lossCode(loss));
    }
    return codes;
}

Result<bool> asDone(const Result<void>& result)
{
    return result ? Result<bool>{true} : result.error();
}

} // namespace

void CounterPlansPort::plans(Then<std::vector<ui::PlanRow>> then)
{
    m_store.ask<std::vector<ui::PlanRow>>(
        [](Counter& counter) {
            return guarded([&]() -> Result<std::vector<ui::PlanRow>> {
                const auto known = foyer::plans(counter);
                if (!known) {
                    return known.error();
                }
                std::vector<ui::PlanRow> rows;
                for (const StoredPlan& stored : *known) {
                    if (auto plan = counter.offers().plan(stored.id)) {
                        rows.push_back({stored.id, stored.name, std::move(plan), stored.archived});
                    }
                }
                return rows;
            });
        },
        std::move(then));
}

void CounterPlansPort::open(PlanId plan, Then<ui::OpenedPlan> then)
{
    m_store.ask<ui::OpenedPlan>([plan](Counter& counter) { return openedPlan(counter, plan); },
                                std::move(then));
}

void CounterPlansPort::save(const ui::PlanToSave& plan, Then<ui::OpenedPlan> then)
{
    m_store.ask<ui::OpenedPlan>([plan](Counter& counter) { return savedPlan(counter, plan); },
                                std::move(then));
}

void CounterPlansPort::rename(PlanId plan, const std::string& name, Then<bool> then)
{
    m_store.ask<bool>([plan,
                       name](Counter& counter) { return asDone(renamePlan(counter, plan, name)); },
                      std::move(then));
}

void CounterPlansPort::duplicate(PlanId plan, const std::string& name, Then<PlanId> then)
{
    m_store.ask<PlanId>([plan,
                         name](Counter& counter) { return duplicatePlan(counter, plan, name); },
                        std::move(then));
}

void CounterPlansPort::archive(PlanId plan, bool archived, Then<bool> then)
{
    m_store.ask<bool>(
        [plan, archived](Counter& counter) { return asDone(archivePlan(counter, plan, archived)); },
        std::move(then));
}

void CounterPlansPort::readFile(const std::string& path, Then<SeatingPlan> then)
{
    m_store.ask<SeatingPlan>(
        [path](Counter&) -> Result<SeatingPlan> {
            const QString name = QString::fromStdString(path);
            const auto content = fileContent(name);
            return content
                ? importPlan(std::string_view{*content}, QFileInfo{name}.fileName().toStdString())
                : content.error();
        },
        std::move(then));
}

void CounterPlansPort::writeFile(const SeatingPlan& plan, const std::string& format,
                                 const std::string& path, Then<std::vector<std::string>> then)
{
    m_store.ask<std::vector<std::string>>(
        [plan, format, path](Counter&) -> Result<std::vector<std::string>> {
            const PlanFile exported =
                exportPlan(plan, planFileFormatNamed(format).value_or(PlanFileFormat::Pretix));
            QSaveFile file{QString::fromStdString(path)};
            if (!file.open(QIODevice::WriteOnly) ||
                file.write(QByteArray::fromStdString(exported.json)) < 0 || !file.commit()) {
                return storageError(
                    "file_not_writable",
                    "The file cannot be written. Make room, or choose another folder.");
            }
            return lossCodes(exported.losses);
        },
        std::move(then));
}

void CounterPlansPort::keepDraft(const EditorDraft& draft)
{
    m_store.post([draft](Counter& counter) {
        const Bytes bytes = encode(draft);
        QSaveFile file{draftFile(counter)};
        // Where the disk is full the drawing is still on the screen, and can be saved.
        if (file.open(QIODevice::WriteOnly) &&
            file.write(reinterpret_cast<const char*>(bytes.data()),
                       static_cast<qint64>(bytes.size())) >= 0) {
            file.commit();
        }
    });
}

void CounterPlansPort::draft(Then<std::optional<EditorDraft>> then)
{
    m_store.ask<std::optional<EditorDraft>>(
        [](Counter& counter) -> Result<std::optional<EditorDraft>> {
            QFile file{draftFile(counter)};
            if (!file.open(QIODevice::ReadOnly) || file.size() > kPlanFileMax) {
                return std::optional<EditorDraft>{};
            }
            const QByteArray bytes = file.readAll();
            auto draft =
                decodeEditorDraft(ByteView{reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                           static_cast<std::size_t>(bytes.size())});
            return draft ? std::optional<EditorDraft>{*std::move(draft)}
                         : std::optional<EditorDraft>{};
        },
        std::move(then));
}

void CounterPlansPort::forgetDraft()
{
    m_store.post([](Counter& counter) { QFile::remove(draftFile(counter)); });
}

std::string CounterPlansPort::newIdPrefix()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
}

} // namespace foyer::desktop
