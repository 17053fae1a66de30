// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/customer_forms.h"
#include "app/cli/run.h"
#include "app/cli/session.h"
#include "app/cli/text_forms.h"
#include "app/customers/customer_table.h"
#include "core/services/counter.h"

#include <nlohmann/json.hpp>

namespace foyer::cli {
namespace {

Result<ImportId> importNamed(const std::string& id)
{
    const auto uuid = Uuid::fromText(id);
    return uuid ? Result<ImportId>{ImportId{*uuid}}
                : usageError("bad_import",
                             "Say the whole id of the import; customer imports "
                             "lists them.");
}

Json importMappingForm(const app::CustomerTable& table, const ColumnMapping& mapping)
{
    Json form = Json::object();
    for (const ColumnMapping::Part& part : mapping.parts) {
        form[part.field].push_back(table.headers.at(part.column));
    }
    return form;
}

std::string importMappingText(const app::CustomerTable& table, const ColumnMapping& mapping)
{
    std::string text = std::string{textEncodingName(table.form.encoding)} + ", separated by " +
        (table.form.separator == '\t' ? std::string{"tabs"}
                                      : std::string{"\""} + table.form.separator + '"') +
        "\n";
    for (const ColumnMapping::Part& part : mapping.parts) {
        text += "  " + part.field + " from \"" + table.headers.at(part.column) + "\"\n";
    }
    return text;
}

} // namespace

Result<Answer> run(const CustomerImportCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto table = app::lookAtCustomers(command.file);
    if (!table) {
        return table.error();
    }
    CustomerImportTerms terms{.mapping = table->proposed,
                              .continues = {},
                              .tags = command.tags,
                              .wording = command.wording,
                              .goOn = {}};
    for (const std::string& each : command.map) {
        if (auto changed =
                changeMapping(terms.mapping, each, table->headers, customerTableFields());
            !changed) {
            return std::move(changed).error();
        }
    }
    if (!command.continues.empty()) {
        const auto id = importNamed(command.continues);
        if (!id) {
            return id.error();
        }
        terms.continues = *id;
    }
    const auto rows = app::rowsOf(*table);
    const auto report = !rows ? Result<CustomerImportReport>{rows.error()}
        : command.dryRun      ? checkCustomerImport(**counter, *rows, terms)
                              : importCustomers(**counter, *rows, terms);
    if (!report) {
        return report.error();
    }
    const char separator[] = {table->form.separator, '\0'};
    return Answer{line(Json{{"encoding", textEncodingName(table->form.encoding)},
                            {"separator", separator},
                            {"mapping", importMappingForm(*table, terms.mapping)},
                            {"dry_run", command.dryRun},
                            {"import", importReportForm(*report)}}),
                  importMappingText(*table, terms.mapping) + importReportText(*report) +
                      (command.dryRun ? "Nothing was changed.\n"
                                      : "Import " + report->id.text() + "\n"),
                  {}};
}

Result<Answer> run(const CustomerImportsCommand&, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto imports = customerImports(**counter);
    if (!imports) {
        return imports.error();
    }
    Json forms = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (const CustomerImport& each : *imports) {
        forms.push_back({{"id", each.id.text()},
                         {"at", toRfc3339(each.at)},
                         {"by", each.by},
                         {"added", each.added},
                         {"changed", each.changed},
                         {"undone", each.isUndone}});
        cells.push_back({each.id.text(), toRfc3339(each.at), std::to_string(each.added) + " new",
                         each.isUndone ? "taken back" : ""});
    }
    return Answer{line(Json{{"imports", forms}}),
                  cells.empty() ? "Nothing was imported yet.\n" : columns(cells),
                  {}};
}

Result<Answer> run(const CustomerImportUndoCommand& command, Session& session)
{
    auto counter = session.open();
    if (!counter) {
        return std::move(counter).error();
    }
    const auto id = importNamed(command.import);
    const auto undone = id ? undoCustomerImport(**counter, *id) : Result<ImportUndone>{id.error()};
    if (!undone) {
        return undone.error();
    }
    return Answer{line(Json{{"removed", undone->removed}, {"kept", undone->kept}}),
                  std::to_string(undone->removed) + " taken back, " + std::to_string(undone->kept) +
                      " kept: they were used since.\n",
                  {}};
}

} // namespace foyer::cli
