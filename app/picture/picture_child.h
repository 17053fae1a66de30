// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/services/picture_worker.h"

#include <chrono>
#include <string>

namespace foyer {

/// Starts foyer-picture for each picture: a process of its own, with an empty environment, no
/// descriptors but its input and output, and so much time. It confines itself before it reads.
/// May be called from any thread.
class PictureChild final : public PictureWorker {
public:
    /// `program`: where foyer-picture is; empty: where it was installed, or beside this program.
    explicit PictureChild(std::string program = {},
                          std::chrono::milliseconds atMost = std::chrono::seconds{30});

    Result<PictureMade> make(ByteView file) const override;
    Result<PictureMade> look(ByteView file) const override;
    Result<PicturePixels> paint(ByteView file, std::int64_t width) const override;

private:
    std::string m_program;
    std::chrono::milliseconds m_atMost;
};

} // namespace foyer
