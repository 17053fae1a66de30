// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/branding_port.h"

#include <optional>
#include <string>
#include <vector>

namespace foyer::test {

/// A house's branding in memory. Answers come at once, but for a look while it is held.
class FakeBrandingPort final : public ui::BrandingPort {
public:
    ui::BrandingShown shown;
    std::vector<HouseColours> looked;
    std::vector<std::string> files; ///< that were given for a logo
    std::optional<Error> logoRefused;
    Bytes picture; ///< what each file is taken for
    std::string ticket;
    std::string mail; ///< empty: the colour that was looked at, as text

    void branding(Then<ui::BrandingShown> then) override { then(shown); }
    void look(const HouseColours& colours, Then<ui::BrandingLook> then) override
    {
        looked.push_back(colours);
        then(ui::BrandingLook{ticket,
                              mail.empty() ? "<p>" + colourText(mainColour(colours)) + "</p>"
                                           : mail});
    }
    void saveColours(const HouseColours& colours, Then<bool> then) override
    {
        shown.colours = colours;
        then(true);
    }
    void saveLogo(const std::string& path, const std::string& text, Then<bool> then) override
    {
        if (logoRefused) {
            then(*logoRefused);
            return;
        }
        files.push_back(path);
        shown.hasLogo = true;
        shown.logo = picture;
        shown.logoText = text;
        then(true);
    }
    void saveLogoText(const std::string& text, Then<bool> then) override
    {
        shown.logoText = text;
        then(true);
    }
    void removeLogo(Then<bool> then) override
    {
        shown.hasLogo = false;
        shown.logo.clear();
        then(true);
    }
};

} // namespace foyer::test
