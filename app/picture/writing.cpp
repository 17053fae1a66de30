// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/writing.h"

#include <cstdio>
#include <cstdlib>

// After <cstdio>, which it does not include itself.
#include <jpeglib.h>
#include <png.h>

namespace foyer::picture {
namespace {

constexpr int kJpegQuality = 85;
constexpr int kPngEffort = 6;

[[noreturn]] void writingFails(j_common_ptr)
{
    refuse(PictureFault::TooHard);
}

[[noreturn]] void pngWritingFails(png_structp, png_const_charp)
{
    refuse(PictureFault::TooHard);
}

void appendPng(png_structp png, png_bytep data, png_size_t size)
{
    auto* bytes = static_cast<Bytes*>(::png_get_io_ptr(png));
    bytes->insert(bytes->end(), data, data + size);
}

void flushNothing(png_structp) {}

void setUpJpeg(jpeg_compress_struct& info, const Pixels& pixels, bool isDrawn)
{
    constexpr int kChannels = 3;
    info.image_width = static_cast<JDIMENSION>(pixels.width);
    info.image_height = static_cast<JDIMENSION>(pixels.height);
    info.input_components = kChannels;
    info.in_color_space = JCS_RGB;
    ::jpeg_set_defaults(&info);
    ::jpeg_set_quality(&info, kJpegQuality, TRUE);
    info.dct_method = JDCT_ISLOW;
    info.optimize_coding = TRUE;
    if (isDrawn) {
        info.comp_info[0].h_samp_factor = 1;
        info.comp_info[0].v_samp_factor = 1;
    }
}

} // namespace

Bytes asJpeg(const Pixels& pixels, bool isDrawn)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = ::jpeg_std_error(&errors);
    errors.error_exit = writingFails;
    ::jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    ::jpeg_mem_dest(&info, &data, &size);
    setUpJpeg(info, pixels, isDrawn);
    ::jpeg_start_compress(&info, TRUE);
    Bytes row(pixels.rowSize());
    while (info.next_scanline < info.image_height) {
        std::copy_n(pixels.row(info.next_scanline), row.size(), row.begin());
        JSAMPROW rows[] = {row.data()};
        ::jpeg_write_scanlines(&info, rows, 1);
    }
    ::jpeg_finish_compress(&info);
    ::jpeg_destroy_compress(&info);
    Bytes written{data, data + size};
    std::free(data);
    return written;
}

Bytes asPng(const Pixels& pixels)
{
    constexpr int kDepth = 8;
    png_structp png =
        ::png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, pngWritingFails, nullptr);
    png_infop info = png != nullptr ? ::png_create_info_struct(png) : nullptr;
    if (info == nullptr) {
        refuse(PictureFault::TooHard);
    }
    Bytes written;
    ::png_set_write_fn(png, &written, appendPng, flushNothing);
    ::png_set_compression_level(png, kPngEffort);
    ::png_set_IHDR(png, info, static_cast<png_uint_32>(pixels.width),
                   static_cast<png_uint_32>(pixels.height), kDepth,
                   pixels.channels == 4 ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
                   PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    ::png_write_info(png, info);
    for (std::int64_t y = 0; y < pixels.height; ++y) {
        ::png_write_row(png, pixels.row(y));
    }
    ::png_write_end(png, nullptr);
    ::png_destroy_write_struct(&png, &info);
    return written;
}

} // namespace foyer::picture
