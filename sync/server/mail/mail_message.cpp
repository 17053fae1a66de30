// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/server/mail/mail_message.h"

#include "core/base/error.h"
#include "core/base/utf8.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <mutex>

namespace foyer::server {
namespace {

constexpr std::size_t kAddressMax = 254;
constexpr std::size_t kLocalPartMax = 64;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Type>
using Owned = std::unique_ptr<Type, Unref>;

void readyGMime()
{
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// Fit for a header: one line of what can be seen.
std::string headerText(std::string_view text)
{
    std::string line{text};
    std::ranges::replace_if(
        line, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; }, ' ');
    return line;
}

void addPerson(GMimeMessage* message, GMimeAddressType type, const MailAddress& person)
{
    g_mime_message_add_mailbox(message, type,
                               person.name.empty() ? nullptr : headerText(person.name).c_str(),
                               person.address.c_str());
}

Owned<GMimeObject> partOf(const char* type, const char* subtype, ByteView content,
                          GMimeContentEncoding encoding)
{
    Owned<GMimePart> part{g_mime_part_new_with_type(type, subtype)};
    const Owned<GMimeStream> stream{
        g_mime_stream_mem_new_with_buffer(reinterpret_cast<const char*>(content.data()),
                                          content.size())};
    const Owned<GMimeDataWrapper> wrapper{
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
    g_mime_part_set_content(part.get(), wrapper.get());
    g_mime_part_set_content_encoding(part.get(), encoding);
    return Owned<GMimeObject>{GMIME_OBJECT(part.release())};
}

Owned<GMimeObject> textPart(const char* subtype, const std::string& text)
{
    auto part =
        partOf("text", subtype, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()},
               GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_mime_object_set_content_type_parameter(part.get(), "charset", "utf-8");
    return part;
}

Owned<GMimeObject> attachmentPart(const MailAttachment& attachment)
{
    const auto slash = attachment.mediaType.find('/');
    auto part = partOf(attachment.mediaType.substr(0, slash).c_str(),
                       attachment.mediaType.substr(slash + 1).c_str(), attachment.content,
                       GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(part.get(), GMIME_DISPOSITION_ATTACHMENT);
    g_mime_part_set_filename(GMIME_PART(part.get()), headerText(attachment.fileName).c_str());
    return part;
}

Owned<GMimeObject> picturePart(const MailPicture& picture)
{
    const auto slash = picture.mediaType.find('/');
    auto part = partOf(picture.mediaType.substr(0, slash).c_str(),
                       picture.mediaType.substr(slash + 1).c_str(), picture.content,
                       GMIME_CONTENT_ENCODING_BASE64);
    g_mime_object_set_disposition(part.get(), GMIME_DISPOSITION_INLINE);
    g_mime_object_set_content_id(part.get(), headerText(picture.id).c_str());
    return part;
}

/// The page, with the pictures that it shows (RFC 2387).
Owned<GMimeObject> pagePart(const MailMessage& message)
{
    auto page = textPart("html", message.html);
    if (message.pictures.empty()) {
        return page;
    }
    Owned<GMimeMultipart> all{g_mime_multipart_new_with_subtype("related")};
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(all.get()), "type", "text/html");
    g_mime_multipart_add(all.get(), page.get());
    for (const MailPicture& picture : message.pictures) {
        g_mime_multipart_add(all.get(), picturePart(picture).get());
    }
    return Owned<GMimeObject>{GMIME_OBJECT(all.release())};
}

/// What is read: the text, and its twin where there is one. The last is what readers prefer.
Owned<GMimeObject> bodyOf(const MailMessage& message)
{
    auto text = textPart("plain", message.text);
    if (message.html.empty()) {
        return text;
    }
    Owned<GMimeMultipart> both{g_mime_multipart_new_with_subtype("alternative")};
    g_mime_multipart_add(both.get(), text.get());
    g_mime_multipart_add(both.get(), pagePart(message).get());
    return Owned<GMimeObject>{GMIME_OBJECT(both.release())};
}

Owned<GMimeObject> contentOf(const MailMessage& message)
{
    auto body = bodyOf(message);
    if (message.attachments.empty()) {
        return body;
    }
    Owned<GMimeMultipart> all{g_mime_multipart_new_with_subtype("mixed")};
    g_mime_multipart_add(all.get(), body.get());
    for (const MailAttachment& attachment : message.attachments) {
        g_mime_multipart_add(all.get(), attachmentPart(attachment).get());
    }
    return Owned<GMimeObject>{GMIME_OBJECT(all.release())};
}

bool isAddressCharacter(char c)
{
    constexpr std::string_view kSpecial = "()<>[]:;@\\,\" ";
    return c > ' ' && c < '\x7f' && kSpecial.find(c) == std::string_view::npos;
}

} // namespace

bool isMailAddress(std::string_view address)
{
    const auto at = address.find('@');
    if (at == std::string_view::npos || at == 0 || at > kLocalPartMax ||
        address.size() > kAddressMax) {
        return false;
    }
    const std::string_view local = address.substr(0, at);
    const std::string_view domain = address.substr(at + 1);
    const auto hasDotsRight = [](std::string_view part) {
        return !part.empty() && part.front() != '.' && part.back() != '.' &&
            part.find("..") == std::string_view::npos;
    };
    return std::ranges::all_of(local, isAddressCharacter) && hasDotsRight(local) &&
        hasDotsRight(domain) && std::ranges::all_of(domain, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   c == '-' || c == '.';
           });
}

std::string mailIdOf(const Uuid& id, const MailAddress& from)
{
    const std::string& address = from.address;
    return id.text() + address.substr(std::min(address.find('@'), address.size()));
}

Result<void> checkMail(const MailMessage& message)
{
    for (const auto* person :
         {&message.from, &message.to, message.replyTo ? &*message.replyTo : &message.from}) {
        if (!isMailAddress(person->address)) {
            return refused("bad_mail_address",
                           "This is not an address that mail can be sent to. Look for a typing "
                           "mistake; it needs the form name@example.org.");
        }
    }
    const bool isText = isUtf8(message.subject) && isUtf8(message.text) && isUtf8(message.html) &&
        isUtf8(message.from.name) && isUtf8(message.to.name);
    const auto& url = message.unsubscribeUrl;
    const bool isUrl = !url ||
        (url->starts_with("https://") &&
         std::ranges::all_of(*url, [](char c) { return c > ' ' && c < '\x7f' && c != '>'; }));
    if (!isText || !isUrl || !isMailAddress(message.id)) {
        return refused("bad_mail", "This mail holds something that cannot be sent.");
    }
    return {};
}

Result<std::string> mimeOf(const MailMessage& message)
{
    if (auto fine = checkMail(message); !fine) {
        return std::move(fine).error();
    }
    readyGMime();
    const Owned<GMimeMessage> mail{g_mime_message_new(TRUE)};
    addPerson(mail.get(), GMIME_ADDRESS_TYPE_FROM, message.from);
    addPerson(mail.get(), GMIME_ADDRESS_TYPE_TO, message.to);
    if (message.replyTo) {
        addPerson(mail.get(), GMIME_ADDRESS_TYPE_REPLY_TO, *message.replyTo);
    }
    g_mime_message_set_subject(mail.get(), headerText(message.subject).c_str(), "utf-8");
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date{
        g_date_time_new_from_unix_utc(message.at.ms / 1000), &g_date_time_unref};
    g_mime_message_set_date(mail.get(), date.get());
    g_mime_message_set_message_id(mail.get(), message.id.c_str());
    auto* object = GMIME_OBJECT(mail.get());
    // No answer by a machine (RFC 3834).
    g_mime_object_set_header(object, "Auto-Submitted", "auto-generated", "utf-8");
    if (message.unsubscribeUrl) {
        g_mime_object_set_header(object, "List-Unsubscribe",
                                 ('<' + *message.unsubscribeUrl + '>').c_str(), "utf-8");
        g_mime_object_set_header(object, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click",
                                 "utf-8");
    }
    g_mime_message_set_mime_part(mail.get(), contentOf(message).get());

    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options{
        g_mime_format_options_new(), &g_mime_format_options_free};
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> text{g_mime_object_to_string(object,
                                                                                options.get()),
                                                        &g_free};
    return std::string{text.get()};
}

} // namespace foyer::server
