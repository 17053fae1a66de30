// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/simulation/network.h"

#include <array>

namespace foyer::simulation {
namespace {

constexpr std::array kLosses{0, 5, 25};
constexpr std::array kRepeats{0, 10, 30};
constexpr std::array<std::int64_t, 3> kDelaysMs{50, 3'000, 60'000};

} // namespace

Network::Network(Chance& chance)
    : m_chance{chance}, m_lossPercent{kLosses[chance.below(kLosses.size())]},
      m_twicePercent{kRepeats[chance.below(kRepeats.size())]},
      m_damagePercent{chance.percent(30) ? 3 : 0}, m_delayMs{
                                                       kDelaysMs[chance.below(kDelaysMs.size())]}
{}

void Network::send(Message message, std::int64_t now)
{
    if (isCut(message, now) || m_chance.percent(m_lossPercent)) {
        return;
    }
    if (m_chance.percent(m_twicePercent)) {
        put(message, now);
    }
    put(std::move(message), now);
}

void Network::put(Message message, std::int64_t now)
{
    if (m_chance.percent(m_damagePercent)) {
        damage(message.payload);
    }
    // Now and then something comes much later than what was sent after it.
    const std::int64_t delay =
        m_chance.between(0, m_delayMs) * (m_delayMs > 0 && m_chance.percent(5) ? 20 : 1);
    m_travelling.emplace(std::pair{now + delay, ++m_sent}, std::move(message));
}

void Network::damage(Payload& payload)
{
    std::vector<Entry>* entries = nullptr;
    if (auto* push = std::get_if<Push>(&payload)) {
        entries = &push->batch.entries;
    } else if (auto* page = std::get_if<Page>(&payload)) {
        entries = &page->page.entries;
    }
    if (entries != nullptr && !entries->empty()) {
        Bytes& body = entries->at(m_chance.below(entries->size())).body;
        body.at(m_chance.below(body.size())) ^= static_cast<std::uint8_t>(1U << m_chance.below(8));
    }
}

std::vector<Message> Network::arrived(std::int64_t now)
{
    std::vector<Message> messages;
    while (!m_travelling.empty() && m_travelling.begin()->first.first <= now) {
        Message message = std::move(m_travelling.begin()->second);
        m_travelling.erase(m_travelling.begin());
        if (!isCut(message, now)) {
            messages.push_back(std::move(message));
        }
    }
    return messages;
}

bool Network::isCut(const Message& message, std::int64_t now) const
{
    const std::size_t node = message.from == kServer ? message.to : message.from;
    const auto until = m_cutUntil.find(node);
    return until != m_cutUntil.end() && until->second > now;
}

void Network::loseAnswers()
{
    std::erase_if(m_travelling, [](const auto& known) { return known.second.from == kServer; });
}

void Network::heal()
{
    m_lossPercent = 0;
    m_twicePercent = 0;
    m_damagePercent = 0;
    m_delayMs = 0;
    m_cutUntil.clear();
    m_travelling.clear();
}

} // namespace foyer::simulation
