//! What can be wrong with a trail, each in a sentence that a member of a residents' organisation can follow.

use ground::moment::{Day, Moment};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error(
        "Line {sequence} is not as it was written: something in it, or in the line before it, was changed."
    )]
    Altered { sequence: i64 },
    #[error("{} missing: somebody deleted what stood there.", span(*.from, *.to))]
    Missing { from: i64, to: i64 },
    #[error("Line {sequence} was added by something else than the program.")]
    Added { sequence: i64 },
    #[error("{written} lines were written and the last one there is line {last}: the end was cut off.")]
    CutOff { written: i64, last: i64 },
    #[error(
        "{written} lines were written and there is a line {last}: lines were added by something else than the program."
    )]
    PutBehind { written: i64, last: i64 },
    #[error("The trail does not end with the line that was written last (line {last}).")]
    OtherEnd { last: i64 },
    #[error("On {day} there were {lines} lines, and now the last one is line {last}: the end was cut off.")]
    Short { day: Day, lines: i64, last: i64 },
    #[error(
        "Line {sequence} is another one than was signed on {day}: the trail was written anew from some line on."
    )]
    Forked { day: Day, sequence: i64 },
    #[error(
        "What is kept of {day} does not fit together: its root, its day or its number of lines was changed."
    )]
    RootAltered { day: Day },
    #[error("The root of {day} was not signed by the key that stands with it.")]
    Unsigned { day: Day },
    #[error("The root of {day} was signed with another key than the one in the data folder.")]
    OtherKey { day: Day },
    #[error("Before {before} a closed day was taken out or put in.")]
    RootMissing { before: Day },
    #[error(
        "The file beside the database knows a root of {day}, the database does not: the database was set back to how it was before."
    )]
    SetBack { day: Day },
    #[error(
        "The root of {day} is another one than in the file beside the database: the database was set back, or the trail was written anew."
    )]
    OtherThanFile { day: Day },
    #[error(
        "The root of {day} is missing in the file beside the database: it was shortened, or is not up to date."
    )]
    NotInFile { day: Day },
    #[error(
        "There is no file of roots beside the database ({file}): whether the database was set back cannot be told."
    )]
    NoFile { file: String },
    #[error("What the file of roots ({file}, line {line}) says of {day} was changed or added by hand.")]
    FileAltered { file: String, line: usize, day: Day },
    #[error("Line {line} of the file of roots ({file}) cannot be read: it was changed or added by hand.")]
    FileUnreadable { file: String, line: usize },
    #[error(
        "What the file of roots ({file}, line {line}) says of {day} was signed with another key than the one in the data folder."
    )]
    FileOtherKey { file: String, line: usize, day: Day },
    #[error("The file of roots ({file}) says two things of {day}, the second in line {line}.")]
    FileTwice { file: String, line: usize, day: Day },
    #[error(
        "At {at} the trail had {lines} lines, and now the last one is line {last}: the end was cut off, or the database was set back."
    )]
    BehindMark { at: Moment, lines: i64, last: i64 },
    #[error(
        "Line {sequence} is another one than was the last at {at}: the database was set back, or the trail was written anew from some line on."
    )]
    OtherThanMark { at: Moment, sequence: i64 },
    #[error("What the file of marks says of {at} was changed or added by hand, or signed with another key.")]
    MarkForged { at: Moment },
    #[error("Line {line} of the file of marks ({file}) cannot be read: it was changed or added by hand.")]
    MarkUnreadable { file: String, line: usize },
    #[error(
        "Old lines up to {day} were deleted, and what is kept of that was changed or is not signed with the key of this installation."
    )]
    CutAltered { day: Day },
    #[error("Old lines up to {day} were deleted, and no line of the trail tells of it.")]
    CutUntold { day: Day },
    #[error(
        "{day} was never closed here: whoever wrote down words for it wrote down another day, or the database was set back."
    )]
    NoSuchDay { day: Day },
    #[error("The six words of {day} are not these: the trail is not the one that was read aloud.")]
    OtherWords { day: Day },
}

fn span(from: i64, to: i64) -> String {
    if from == to { format!("Line {from} is") } else { format!("Lines {from} to {to} are") }
}
