// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/tar_archive.h"

#include "core/base/ensure.h"

#include <algorithm>
#include <cstdint>

namespace foyer {
namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kNameMax = 100;
constexpr std::size_t kChecksumAt = 148;
constexpr std::size_t kChecksumSize = 8;

void put(std::string& header, std::size_t at, std::string_view text)
{
    std::ranges::copy(text, header.begin() + static_cast<std::ptrdiff_t>(at));
}

/// In octal, ended by a NUL, in a field of `size` bytes.
void putNumber(std::string& header, std::size_t at, std::size_t size, std::uint64_t value)
{
    for (std::size_t i = size - 1; i-- > 0; value /= 8) {
        header[at + i] = static_cast<char>('0' + value % 8);
    }
    ENSURE(value == 0);
}

std::string headerOf(std::string_view name, std::size_t size, Instant at)
{
    std::string header(kBlock, '\0');
    put(header, 0, name);
    putNumber(header, 100, 8, 0644);
    putNumber(header, 108, 8, 0);
    putNumber(header, 116, 8, 0);
    putNumber(header, 124, 12, size);
    putNumber(header, 136, 12, static_cast<std::uint64_t>(std::max<std::int64_t>(at.ms, 0) / 1000));
    put(header, 156, "0"); // a plain file
    put(header, 257,
        std::string_view{"ustar\0"
                         "00",
                         8});
    put(header, kChecksumAt, std::string(kChecksumSize, ' '));
    std::uint64_t sum = 0;
    for (const char byte : header) {
        sum += static_cast<unsigned char>(byte);
    }
    putNumber(header, kChecksumAt, kChecksumSize - 1, sum);
    return header;
}

} // namespace

void TarArchive::add(std::string_view name, std::string_view content)
{
    ENSURE(!name.empty() && name.size() <= kNameMax);
    m_bytes += headerOf(name, content.size(), m_at);
    m_bytes += content;
    m_bytes.resize((m_bytes.size() + kBlock - 1) / kBlock * kBlock, '\0');
}

std::string TarArchive::finished() &&
{
    m_bytes.append(2 * kBlock, '\0');
    return std::move(m_bytes);
}

} // namespace foyer
