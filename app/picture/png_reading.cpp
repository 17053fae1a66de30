// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/reading.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include <png.h>

namespace foyer::picture {
namespace {

[[noreturn]] void pngFails(png_structp, png_const_charp)
{
    refuse(PictureFault::Damaged);
}

void pngRemarks(png_structp, png_const_charp) {}

/// Bytes of a chunk that says so many bytes and what it is: an animation says so before its data.
bool isAnimated(ByteView file)
{
    constexpr std::size_t kSignature = 8;
    constexpr std::size_t kAround = 12; // length, name, checksum
    std::size_t at = kSignature;
    while (at + kAround <= file.size()) {
        const std::size_t size = std::size_t{file[at]} << 24 | std::size_t{file[at + 1]} << 16 |
            std::size_t{file[at + 2]} << 8 | std::size_t{file[at + 3]};
        const std::string_view name{reinterpret_cast<const char*>(file.data()) + at + 4, 4};
        if (name == "acTL") {
            return true;
        }
        if (name == "IDAT") {
            return false;
        }
        at += kAround + size;
    }
    return false;
}

class PngReading final : public Reading {
public:
    explicit PngReading(ByteView file) : m_rest{file}
    {
        m_png = ::png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, pngFails, pngRemarks);
        m_info = m_png != nullptr ? ::png_create_info_struct(m_png) : nullptr;
        if (m_info == nullptr) {
            refuse(PictureFault::TooHard);
        }
        begin(file);
    }
    ~PngReading() override { ::png_destroy_read_struct(&m_png, &m_info, nullptr); }
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;

    void decode(std::int64_t /*width*/, const std::function<void(const Pixels&)>& began,
                const TakeRow& take) override
    {
        ::png_set_expand(m_png); // palettes, less than 8 bits, and a transparent colour
        ::png_set_scale_16(m_png);
        ::png_set_gray_to_rgb(m_png);
        const int passes = ::png_set_interlace_handling(m_png);
        ::png_read_update_info(m_png, m_info);
        Pixels size;
        size.width = m_header.width;
        size.height = m_header.height;
        size.channels = ::png_get_channels(m_png, m_info);
        if (::png_get_rowbytes(m_png, m_info) != size.rowSize()) {
            refuse(PictureFault::Damaged);
        }
        began(size);
        // All rows are kept only where they come in several passes.
        Bytes rows(size.rowSize() * static_cast<std::size_t>(passes > 1 ? size.height : 1));
        for (int pass = 0; pass < passes; ++pass) {
            for (std::int64_t y = 0; y < size.height; ++y) {
                const std::size_t at = passes > 1 ? static_cast<std::size_t>(y) : 0;
                std::uint8_t* row = rows.data() + at * size.rowSize();
                ::png_read_row(m_png, row, nullptr);
                if (pass + 1 == passes) {
                    take(row);
                }
            }
        }
        ::png_read_end(m_png, nullptr);
    }

private:
    static void feed(png_structp png, png_bytep to, png_size_t size)
    {
        auto* self = static_cast<PngReading*>(::png_get_io_ptr(png));
        if (self->m_rest.size() < size) {
            refuse(PictureFault::Damaged);
        }
        std::ranges::copy(self->m_rest.first(size), to);
        self->m_rest = self->m_rest.subspan(size);
    }

    void begin(ByteView file)
    {
        constexpr png_uint_32 kSideMax = 1'000'000; // what is too large is said below
        constexpr png_alloc_size_t kChunkMax = 4 * 1024 * 1024;
        constexpr png_uint_32 kChunksMax = 200;
        ::png_set_user_limits(m_png, kSideMax, kSideMax);
        ::png_set_chunk_malloc_max(m_png, kChunkMax);
        ::png_set_chunk_cache_max(m_png, kChunksMax);
        ::png_set_read_fn(m_png, this, feed);
        ::png_set_crc_action(m_png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
        ::png_set_benign_errors(m_png, 1);
        ::png_read_info(m_png, m_info);
        m_header.format = PictureFormat::Png;
        m_header.isLossless = true;
        m_header.width = ::png_get_image_width(m_png, m_info);
        m_header.height = ::png_get_image_height(m_png, m_info);
        checkSize();
        if (isAnimated(file)) {
            refuse(PictureFault::Animated);
        }
        m_header.hasAlpha = (::png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA) != 0 ||
            ::png_get_valid(m_png, m_info, PNG_INFO_tRNS) != 0;
        png_charp name = nullptr;
        png_bytep profile = nullptr;
        int method = 0;
        png_uint_32 size = 0;
        if (::png_get_iCCP(m_png, m_info, &name, &method, &profile, &size) != 0) {
            m_header.profile.assign(profile, profile + size);
        }
        png_bytep exif = nullptr;
        if (::png_get_eXIf_1(m_png, m_info, &size, &exif) != 0) {
            m_header.orientation = orientationIn({exif, size});
        }
    }

    ByteView m_rest;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

} // namespace

std::unique_ptr<Reading> beginPng(ByteView file)
{
    return std::make_unique<PngReading>(file);
}

} // namespace foyer::picture
