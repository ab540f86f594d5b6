/** A drawing that stands in for a QR code: the gallery judges its size and place, not what it holds. */
export const SAMPLE_QR =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath d='M0 0h3v3H0zM5 0h3v3H5zM0 5h3v3H0zM4 4h2v2H4z'/%3E%3C/svg%3E";
