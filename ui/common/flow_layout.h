// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace foyer::ui {

/// Puts widgets beside each other and begins a new line where the width ends, so that any number of
/// them never makes the window wider.
class FlowLayout final : public QLayout {
public:
    explicit FlowLayout(int gap) : m_gap{gap} { setContentsMargins(0, 0, 0, 0); }
    ~FlowLayout() override = default;

    void addItem(QLayoutItem* item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect& box) override;

private:
    int place(const QRect& box, bool apply) const;

    int m_gap;
    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace foyer::ui
