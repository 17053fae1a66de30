// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/mails_port.h"

namespace foyer::desktop {

class StoreThread;

/// Implements what the mails screen asks for, over the store thread.
class CounterMailsPort final : public ui::MailsPort {
public:
    explicit CounterMailsPort(StoreThread& store) : m_store{store} {}

    void mails(Then<ui::MailsShown> then) override;
    void look(const MailTemplate& mail, Then<ui::MailLook> then) override;
    void save(const MailTemplate& mail, Then<bool> then) override;
    void saveSettings(const MailSettings& settings, Then<bool> then) override;

private:
    StoreThread& m_store;
};

} // namespace foyer::desktop
