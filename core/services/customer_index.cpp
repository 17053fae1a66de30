// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/services/customer_index.h"

#include "core/storage/text_folding.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace foyer {
namespace {

constexpr std::size_t kInsertedSingly = 64;
constexpr std::size_t kGoneKept = 64;

std::vector<std::string> wordsSearched(const std::string& text)
{
    std::vector<std::string> words;
    std::size_t from = 0;
    while ((from = text.find_first_not_of(' ', from)) != std::string::npos) {
        const std::size_t end = std::min(text.find(' ', from), text.size());
        words.push_back(text.substr(from, end - from));
        from = end;
    }
    return words;
}

} // namespace

void CustomerIndex::addLine(Item& item, std::size_t index, const std::string& alsoFoundBy)
{
    const PersonCard& card = item.card;
    std::string line = foldedForSearch(card.details.name + " " + card.details.email + " ");
    line += digitsOf(card.details.phone);
    for (const std::string& tag : item.foldedTags) {
        line += ' ' + tag;
    }
    if (!alsoFoundBy.empty()) {
        line += ' ' + foldedForSearch(alsoFoundBy);
    }
    std::ranges::replace(line, '\n', ' ');
    keepLine(item, index, line);
}

void CustomerIndex::keepLine(Item& item, std::size_t index, std::string_view line)
{
    item.line = m_lines.size();
    item.size = line.size();
    m_lineStarts.push_back(item.line);
    m_lineItems.push_back(index);
    m_lines += line;
    m_lines += '\n';
}

void CustomerIndex::put(PersonCard card, const std::string& alsoFoundBy)
{
    drop(card.id);
    // What is dropped keeps its place, so that dropping costs nothing. A counter that runs for
    // weeks and brings the same people up to date would fill its memory with such places.
    if (m_items.size() > 2 * m_places.size() + kGoneKept) {
        closeUp();
    }
    Item item{std::move(card), {}, 0, 0, true};
    for (const std::string& tag : item.card.tags) {
        item.foldedTags.push_back(foldedForSearch(tag));
    }
    const std::size_t index = m_items.size();
    addLine(item, index, alsoFoundBy);
    m_places[item.card.id] = index;
    m_items.push_back(std::move(item));
}

void CustomerIndex::drop(CustomerId customer)
{
    const auto found = m_places.find(customer);
    if (found == m_places.end()) {
        return;
    }
    Item& item = m_items[found->second];
    // The line stays as blanks, so that the places of all others stay true.
    std::fill_n(m_lines.begin() + static_cast<std::ptrdiff_t>(item.line), item.size, ' ');
    item.card = PersonCard{.id = customer};
    item.foldedTags.clear();
    item.isHere = false;
    m_places.erase(found);
}

void CustomerIndex::closeUp()
{
    std::vector<std::size_t> places(m_items.size()); // of items that are here: where they are then
    CustomerIndex closed;
    closed.m_round = m_round + 1;
    for (std::size_t index = 0; index < m_items.size(); ++index) {
        if (index == m_ordered) {
            closed.m_ordered = closed.m_items.size();
        }
        if (!m_items[index].isHere) {
            continue;
        }
        Item item{std::move(m_items[index])};
        places[index] = closed.m_items.size();
        closed.m_places[item.card.id] = places[index];
        closed.keepLine(item, places[index], lineOf(item));
        closed.m_items.push_back(std::move(item));
    }
    if (m_ordered == m_items.size()) {
        closed.m_ordered = closed.m_items.size();
    }
    for (const std::size_t index : m_order) {
        if (m_items[index].isHere) {
            closed.m_order.push_back(places[index]);
        }
    }
    *this = std::move(closed);
}

const PersonCard* CustomerIndex::find(CustomerId customer) const
{
    const auto found = m_places.find(customer);
    return found == m_places.end() ? nullptr : &m_items[found->second].card;
}

void CustomerIndex::clear()
{
    const std::uint64_t round = m_round + 1;
    *this = CustomerIndex{};
    m_round = round;
}

void CustomerIndex::each(const std::function<void(const PersonCard&)>& take) const
{
    for (const Item& item : m_items) {
        if (item.isHere) {
            take(item.card);
        }
    }
}

void CustomerIndex::eachSince(Mark& mark, const std::function<void(const PersonCard&)>& take) const
{
    const bool isSame = mark.round == m_round && mark.place <= m_items.size();
    for (std::size_t i = isSame ? mark.place : 0; i < m_items.size(); ++i) {
        if (m_items[i].isHere) {
            take(m_items[i].card);
        }
    }
    mark = {m_round, m_items.size()};
}

void CustomerIndex::eachMatch(const std::string& words,
                              const std::function<bool(std::size_t)>& take) const
{
    std::vector<std::string> wanted = wordsSearched(foldedForSearch(words));
    if (wanted.empty()) {
        return;
    }
    // The longest word is the rarest: it alone is looked for in all lines.
    std::ranges::sort(wanted, {}, [](const std::string& word) { return word.size(); });
    const std::string& rarest = wanted.back();
    const char* begin = m_lines.data();
    const char* end = begin + m_lines.size();
    const char* at = begin;
    std::size_t line = 0;
    while (at < end) {
        const void* hit =
            ::memmem(at, static_cast<std::size_t>(end - at), rarest.data(), rarest.size());
        if (hit == nullptr) {
            return;
        }
        const auto place = static_cast<std::size_t>(static_cast<const char*>(hit) - begin);
        line = static_cast<std::size_t>(
                   std::upper_bound(m_lineStarts.begin() + static_cast<std::ptrdiff_t>(line),
                                    m_lineStarts.end(), place) -
                   m_lineStarts.begin()) -
            1;
        const std::size_t index = m_lineItems[line];
        const std::size_t next =
            line + 1 < m_lineStarts.size() ? m_lineStarts[line + 1] : m_lines.size();
        const std::string_view text =
            std::string_view{m_lines}.substr(m_lineStarts[line], next - m_lineStarts[line]);
        const bool fits =
            m_items[index].isHere && std::ranges::all_of(wanted, [text](const std::string& word) {
                return text.find(word) != std::string_view::npos;
            });
        if (fits && !take(index)) {
            return;
        }
        at = begin + next;
    }
}

std::vector<const PersonCard*> CustomerIndex::search(const std::string& words,
                                                     std::size_t limit) const
{
    std::vector<const PersonCard*> found;
    eachMatch(words, [&](std::size_t index) {
        if (found.size() < limit) {
            found.push_back(&m_items[index].card);
        }
        return found.size() < limit;
    });
    return found;
}

void CustomerIndex::tidy()
{
    const auto before = [this](std::size_t a, std::size_t b) {
        const std::string_view first = lineOf(m_items[a]);
        const std::string_view second = lineOf(m_items[b]);
        return first != second ? first < second : a < b;
    };
    std::erase_if(m_order, [this](std::size_t index) { return !m_items[index].isHere; });
    const bool singly = m_items.size() - m_ordered <= kInsertedSingly;
    for (std::size_t index = m_ordered; index < m_items.size(); ++index) {
        if (!m_items[index].isHere) {
            continue;
        }
        m_order.insert(singly ? std::ranges::lower_bound(m_order, index, before) : m_order.end(),
                       index);
    }
    if (!singly) {
        std::ranges::sort(m_order, before);
    }
    m_ordered = m_items.size();
}

bool CustomerIndex::fits(const Item& item, const CustomerQuery& query, const std::string& tag,
                         const Among& among) const
{
    const CustomerId id = item.card.id;
    return (tag.empty() || std::ranges::find(item.foldedTags, tag) != item.foldedTags.end()) &&
        (!query.agreedTo || item.card.consentTo(*query.agreedTo).value_or(false)) &&
        (among.only == nullptr || among.only->contains(id)) &&
        (among.without == nullptr || !among.without->contains(id));
}

CustomerPage CustomerIndex::list(const CustomerQuery& query, const Among& among)
{
    tidy();
    CustomerPage page;
    page.known = m_places.size();
    const std::string tag = foldedForSearch(query.tag);
    const bool isSearch = query.words.find_first_not_of(' ') != std::string::npos;
    std::vector<bool> matches(isSearch ? m_items.size() : 0);
    if (isSearch) {
        eachMatch(query.words, [&](std::size_t index) {
            matches[index] = true;
            return true;
        });
    }
    std::vector<std::size_t> found;
    for (const std::size_t index : m_order) {
        if ((!isSearch || matches[index]) && fits(m_items[index], query, tag, among)) {
            found.push_back(index);
        }
    }
    page.total = found.size();
    const std::size_t from = std::min(query.offset, found.size());
    const std::size_t to = std::min(found.size() - from, query.limit) + from;
    if (query.sort == CustomerQuery::Sort::Newest) {
        const auto newest = [this](std::size_t a, std::size_t b) {
            return m_items[a].card.id > m_items[b].card.id;
        };
        std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(to), newest);
    }
    for (std::size_t i = from; i < to; ++i) {
        page.rows.push_back(m_items[found[i]].card);
    }
    return page;
}

} // namespace foyer
