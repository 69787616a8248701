/** Id of the question before something is removed, which describes what has the focus then. One at a time in a tag. */
export const questionId = 'question';
