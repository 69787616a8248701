/** Id of what an open row asks or says, which describes what has the focus then. One at a time in an element. */
export const descriptionId = 'description';
