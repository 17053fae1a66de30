// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <cstddef>
#include <memory>

namespace foyer {

/// Zstandard (RFC 8878) in one frame.
Bytes compressed(ByteView bytes);
/// What compressed() made. Takes no more memory than `most`, whatever the frame claims: error
/// message_too_large where there is more, bad_message where it is no such frame.
Result<Bytes> decompressed(ByteView bytes, std::size_t most);

/// A frame of a text that comes in pieces and is too long to be held in memory. Looks for what
/// comes again over the last 8 MB of it.
class FrameWriter {
public:
    FrameWriter();
    ~FrameWriter();
    FrameWriter(const FrameWriter&) = delete;
    FrameWriter& operator=(const FrameWriter&) = delete;

    void add(ByteView text);
    /// The whole frame; nothing may be added after it.
    Bytes finish();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// The text of a frame, from its beginning, as much at a time as is asked for.
class FrameReader {
public:
    /// `frame` must outlive the reader.
    explicit FrameReader(ByteView frame);
    ~FrameReader();
    FrameReader(const FrameReader&) = delete;
    FrameReader& operator=(const FrameReader&) = delete;

    /// The next `size` bytes of the text. Error bad_message where the frame ends before, or is
    /// none.
    Result<Bytes> next(std::size_t size);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace foyer
