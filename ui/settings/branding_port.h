// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/domain/catalogue/house_colours.h"

#include <functional>
#include <string>

namespace foyer::ui {

/// How the house looks.
struct BrandingShown {
    HouseColours colours;
    bool hasLogo = false;
    Bytes logo;           ///< to be shown, JPEG or PNG; empty: its file is not here yet
    std::string logoText; ///< what it shows, for those who do not see it
};

/// What is made of it: a ticket and a mail of an invented order.
struct BrandingLook {
    std::string ticket; ///< PNG
    std::string mail;   ///< a page of HTML that fetches nothing
};

/// The branding page's only way to the counter. Every function returns at once; the answer is
/// delivered later on the window's thread, exactly once.
class BrandingPort {
public:
    template <typename T>
    using Then = std::function<void(Result<T>)>;

    virtual ~BrandingPort() = default;

    virtual void branding(Then<BrandingShown> then) = 0;
    /// How papers and mails look with these colours, whether they were saved or not.
    virtual void look(const HouseColours& colours, Then<BrandingLook> then) = 0;
    /// Errors of checkHouseColours().
    virtual void saveColours(const HouseColours& colours, Then<bool> then) = 0;
    /// Reads a file of a picture, which takes up to some seconds, and makes it the logo. Errors:
    /// those of a picture that cannot be taken, no_such_file.
    virtual void saveLogo(const std::string& path, const std::string& text, Then<bool> then) = 0;
    /// What the logo shows. Errors: bad_alt_text.
    virtual void saveLogoText(const std::string& text, Then<bool> then) = 0;
    virtual void removeLogo(Then<bool> then) = 0;

protected:
    BrandingPort() = default;
    BrandingPort(const BrandingPort&) = default;
    BrandingPort& operator=(const BrandingPort&) = default;
};

} // namespace foyer::ui
