//! A photo made small and bare: other pixels, no place, no date, no camera.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder as _, ImageReader, Limits};

const SIDE: u32 = 480;
const QUALITY: u8 = 80;
/// A picture that would unfold to more than this is no portrait.
const MEMORY: u64 = 256 * 1024 * 1024;
const LARGEST: u32 = 12_000;

/// A JPEG of at most 480 pixels a side; nothing when it is no JPEG or PNG.
pub(super) fn small(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    limits.max_image_width = Some(LARGEST);
    limits.max_image_height = Some(LARGEST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // How the camera was held stands in what is left behind; so it is turned first.
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    let small = picture.thumbnail(SIDE, SIDE).to_rgb8();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&small).ok()?;
    Some(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photo_comes_out_small_and_without_what_was_written_in_it() {
        let mut png = Vec::new();
        DynamicImage::new_rgb8(900, 600)
            .write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png)
            .unwrap();
        let jpeg = small(&png).unwrap();
        assert!(jpeg.len() < 20_000 && jpeg.starts_with(&[0xff, 0xd8]));
        let back = image::load_from_memory(&jpeg).unwrap();
        assert_eq!((back.width(), back.height()), (480, 320));
        assert!(!jpeg.windows(4).any(|four| four == b"Exif"));
    }

    #[test]
    fn what_is_no_picture_is_refused_without_a_fault() {
        for bytes in [b"".as_slice(), b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0 cut off", b"GIF89a"] {
            assert!(small(bytes).is_none());
        }
    }
}
