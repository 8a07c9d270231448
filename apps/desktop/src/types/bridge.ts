/** What the desktop shell offers the renderer; in a plain browser `window.ringside` is absent. */

export interface BackendAddress {
  /** Origin of the backend, for example `http://127.0.0.1:49152`. */
  url: string;
  token: string;
}

export interface RingsideBridge {
  /** Where the backend listens now; rejects with a readable message while it is down. */
  backend(): Promise<BackendAddress>;
}

declare global {
  interface Window {
    readonly ringside?: RingsideBridge;
  }
}
