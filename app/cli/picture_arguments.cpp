// SPDX-FileCopyrightText: The Foyer authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/definitions.h"

#include <CLI/CLI.hpp>

namespace foyer::cli {
namespace {

void defineChoiceOf(CLI::App& command, PictureChoice& choice, bool mayBeNone)
{
    command.add_option("picture", choice.picture, "A file, or the beginning of a picture's hash");
    repeatable(command.add_option("--alt", choice.alt,
                                  "What it shows, as LANGUAGE=TEXT, for those who do not see it"));
    if (mayBeNone) {
        command.add_flag("--none", choice.isNone, "None any more");
    }
}

void defineGallery(CLI::App& picture, Invocation& invocation)
{
    CLI::App* gallery = picture.add_subcommand("gallery", "The gallery of an event");
    gallery->require_subcommand(1);
    const auto [add, added] =
        define<PictureGalleryAddCommand>(*gallery, invocation, "add",
                                         "Put a picture at its end, or change the text of one");
    add->add_option("event", added->event, "Its name or id")->required();
    defineChoiceOf(*add, added->choice, false);
    const auto [remove, removed] =
        define<PictureGalleryRemoveCommand>(*gallery, invocation, "remove",
                                            "Take a picture out; the picture itself stays");
    remove->add_option("event", removed->event, "Its name or id")->required();
    remove->add_option("picture", removed->picture, "The beginning of its hash")->required();
    const auto [order, ordered] =
        define<PictureGalleryOrderCommand>(*gallery, invocation, "order",
                                           "Put pictures first, in this order");
    order->add_option("event", ordered->event, "Its name or id")->required();
    order->add_option("pictures", ordered->pictures, "The beginnings of their hashes")->required();
}

void defineBranding(CLI::App& app, Invocation& invocation)
{
    const auto [branding, values] =
        define<BrandingCommand>(app, invocation, "branding",
                                "Show the colours and the logo of the house, or set the colours; "
                                "picture logo sets the logo");
    branding->add_option("--colour,--color", values->main,
                         "The main colour, as #1f5fbf; none: Foyer's blue");
    branding->add_option("--text-colour,--text-color", values->text,
                         "Of text on it; none: black or white, whichever is read better");
}

} // namespace

void definePictures(CLI::App& app, Invocation& invocation)
{
    defineBranding(app, invocation);
    CLI::App* picture =
        app.add_subcommand("picture", "Posters, galleries, and the logo of the house");
    picture->require_subcommand(1);
    const auto [add, added] =
        define<PictureAddCommand>(*picture, invocation, "add",
                                  "Add pictures: JPEG, PNG or WebP up to 10 MB");
    add->add_option("files", added->files, "Files")->required();
    define<PictureListCommand>(*picture, invocation, "list", "All pictures of the house");
    const auto [show, shown] =
        define<PictureShowCommand>(*picture, invocation, "show", "Where the file of a picture is");
    show->add_option("picture", shown->picture, "The beginning of its hash");
    show->add_option("--width", shown->width, "As wide as this, or the next that there is")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    show->add_option("--event", shown->event, "Say instead what an event shows");
    const auto [poster, set] =
        define<PicturePosterCommand>(*picture, invocation, "poster", "The poster of an event");
    poster->add_option("event", set->event, "Its name or id")->required();
    defineChoiceOf(*poster, set->choice, true);
    defineGallery(*picture, invocation);
    const auto [logo, given] =
        define<PictureLogoCommand>(*picture, invocation, "logo", "The logo of the house");
    defineChoiceOf(*logo, given->choice, true);
    const auto [check, checked] =
        define<PictureCheckCommand>(*picture, invocation, "check",
                                    "Read every file and say what is damaged or missing");
    check->add_flag("--mend", checked->isToBeMended, "Make again what can be made here");
    const auto [collect, of] =
        define<PictureCollectCommand>(*picture, invocation, "gc",
                                      "Remove the files of pictures that nothing shows any more");
    collect->add_option("--days", of->days, "For so many days; 30 unless said")
        ->check(CLI::Range(0, 3'650));
    define<PictureSyncCommand>(*picture, invocation, "sync",
                               "Send to the server what it lacks, and fetch what is missing here");
}

} // namespace foyer::cli
