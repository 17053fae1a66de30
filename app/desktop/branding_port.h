// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/branding_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the branding screen asks for, over the store thread. Pictures are read beside
/// it: that takes seconds, and nobody who sells waits for it.
class CounterBrandingPort final : public ui::BrandingPort {
public:
    explicit CounterBrandingPort(StoreThread& store) : m_store{store} {}

    void branding(Then<ui::BrandingShown> then) override;
    void look(const HouseColours& colours, Then<ui::BrandingLook> then) override;
    void saveColours(const HouseColours& colours, Then<bool> then) override;
    void saveLogo(const std::string& path, const std::string& text, Then<bool> then) override;
    void saveLogoText(const std::string& text, Then<bool> then) override;
    void removeLogo(Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
