// Where things of a running gateway are, as `npm start` prints them.

/** The description of the API. @param {string} url of the gateway */
export const descriptionOf = (url) => `${url}/api/openapi.json`;
