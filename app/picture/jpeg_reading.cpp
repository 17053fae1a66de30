// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/picture/reading.h"

#include <cstdio>
#include <cstdlib>
#include <vector>

// After <cstdio>, which it does not include itself.
#include <jerror.h>
#include <jpeglib.h>

namespace foyer::picture {
namespace {

constexpr int kScansMax = 60; ///< real ones have about ten; each one more costs a pass over all

[[noreturn]] void jpegFails(j_common_ptr info)
{
    refuse(info->err->msg_code == JERR_OUT_OF_MEMORY ? PictureFault::TooHard
                                                     : PictureFault::Damaged);
}

/// A picture that ends early or whose data is broken is shown grey from there on; it is refused
/// instead. Other remarks are about cameras that are not quite by the book.
void jpegRemarks(j_common_ptr info, int level)
{
    const int code = info->err->msg_code;
    if (level < 0 &&
        (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
         code == JWRN_MUST_RESYNC)) {
        refuse(PictureFault::Damaged);
    }
}

void jpegSaysNothing(j_common_ptr) {}

void jpegGoesOn(j_common_ptr info)
{
    if (info->is_decompressor != 0 &&
        reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kScansMax) {
        refuse(PictureFault::TooHard);
    }
}

class JpegReading final : public Reading {
public:
    explicit JpegReading(ByteView file)
    {
        m_info.err = ::jpeg_std_error(&m_errors);
        m_errors.error_exit = jpegFails;
        m_errors.emit_message = jpegRemarks;
        m_errors.output_message = jpegSaysNothing;
        m_progress.progress_monitor = jpegGoesOn;
        ::jpeg_create_decompress(&m_info);
        m_info.progress = &m_progress;
        begin(file);
    }
    ~JpegReading() override { ::jpeg_destroy_decompress(&m_info); }
    JpegReading(const JpegReading&) = delete;
    JpegReading& operator=(const JpegReading&) = delete;

    void decode(std::int64_t width, const std::function<void(const Pixels&)>& began,
                const TakeRow& take) override
    {
        m_info.out_color_space = JCS_RGB;
        m_info.dct_method = JDCT_ISLOW;
        // Halved by the decoder itself as long as twice the pixels that are wanted remain.
        constexpr unsigned kSmallest = 8;
        m_info.scale_num = 1;
        m_info.scale_denom = 1;
        while (m_info.scale_denom < kSmallest &&
               m_header.width / (2 * std::int64_t{m_info.scale_denom}) >= 2 * width) {
            m_info.scale_denom *= 2;
        }
        ::jpeg_start_decompress(&m_info);
        Pixels size;
        size.width = m_info.output_width;
        size.height = m_info.output_height;
        began(size);
        Bytes row(size.rowSize());
        JSAMPROW rows[] = {row.data()};
        while (m_info.output_scanline < m_info.output_height) {
            if (::jpeg_read_scanlines(&m_info, rows, 1) != 1) {
                refuse(PictureFault::Damaged);
            }
            take(row.data());
        }
        ::jpeg_finish_decompress(&m_info);
    }

private:
    void begin(ByteView file)
    {
        constexpr unsigned kMarkerMax = 0xffff;
        constexpr int kExifMarker = JPEG_APP0 + 1;
        constexpr int kProfileMarker = JPEG_APP0 + 2;
        ::jpeg_mem_src(&m_info, file.data(), static_cast<unsigned long>(file.size()));
        ::jpeg_save_markers(&m_info, kExifMarker, kMarkerMax);
        ::jpeg_save_markers(&m_info, kProfileMarker, kMarkerMax);
        ::jpeg_read_header(&m_info, TRUE);
        m_header.format = PictureFormat::Jpeg;
        m_header.width = m_info.image_width;
        m_header.height = m_info.image_height;
        checkSize();
        if (m_info.jpeg_color_space == JCS_CMYK || m_info.jpeg_color_space == JCS_YCCK) {
            refuse(PictureFault::Cmyk);
        }
        constexpr std::string_view kExif{"Exif\0\0", 6};
        for (auto* marker = m_info.marker_list; marker != nullptr; marker = marker->next) {
            const ByteView data{marker->data, marker->data_length};
            if (marker->marker == kExifMarker && data.size() > kExif.size() &&
                std::equal(kExif.begin(), kExif.end(), data.begin())) {
                m_header.orientation = orientationIn(data.subspan(kExif.size()));
                break;
            }
        }
        JOCTET* profile = nullptr;
        unsigned size = 0;
        if (::jpeg_read_icc_profile(&m_info, &profile, &size) != FALSE) {
            m_header.profile.assign(profile, profile + size);
            std::free(profile);
        }
    }

    jpeg_decompress_struct m_info{};
    jpeg_error_mgr m_errors{};
    jpeg_progress_mgr m_progress{};
};

} // namespace

std::unique_ptr<Reading> beginJpeg(ByteView file)
{
    return std::make_unique<JpegReading>(file);
}

} // namespace foyer::picture
