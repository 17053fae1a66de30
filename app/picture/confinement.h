// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace foyer::picture {

/// Gives up everything that reading a picture does not need, for good: descriptors but the first
/// three, core dumps, new privileges, writing files, memory and processor time beyond what the
/// largest picture takes, and all system calls but a dozen. False where the system does not let it:
/// then nothing may be read. In builds with sanitizers memory, descriptors and calls stay as they
/// are, because those need them.
bool confine();

} // namespace foyer::picture
