// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/common/field.h"
#include "ui/settings/branding_port.h"

#include <QImage>
#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTextBrowser;
class QTimer;

namespace foyer::ui {

class PictureWell;
class ScaledPicture;
class Toast;

/// The house's logo and colours, beside a ticket and a mail as they look with them. What is left is
/// saved; what cannot be read by anybody is refused, and stays typed.
class BrandingPage final : public QWidget {
    Q_OBJECT

public:
    explicit BrandingPage(BrandingPort& port, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Papers and mails look otherwise now.
    void changed();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildForm();
    QWidget* buildLook();
    FieldFault addColour(QFormLayout& form, const QString& name, const QString& none,
                         QLineEdit*& field, QWidget* parent);
    void pickColour(QLineEdit* field);
    void refresh();
    void showBranding(const BrandingShown& shown);
    /// What is typed; nothing where it is no colour, which is then said if `says`.
    std::optional<HouseColours> typed(bool says);
    void follow();
    void showContrast();
    void saveColours();
    void takeLogo(const QString& path);
    void setBusy(bool isBusy);
    void done(const Result<bool>& result, const QString& words);
    void look();

    BrandingPort& m_port;
    BrandingShown m_shown;
    int m_looks = 0; ///< the number of the last look that was asked for
    PictureWell* m_logo = nullptr;
    QLineEdit* m_logoText = nullptr;
    QPushButton* m_remove = nullptr;
    QLineEdit* m_main = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_contrast = nullptr;
    ScaledPicture* m_ticket = nullptr;
    QTextBrowser* m_mail = nullptr;
    FieldFault m_logoFault;
    FieldFault m_logoTextFault;
    FieldFault m_mainFault;
    FieldFault m_textFault;
    QTimer* m_pause = nullptr; ///< in typing, before the preview follows
    Toast* m_toast = nullptr;
};

} // namespace foyer::ui
