/// <reference types="vite/client" />

/** __DESIGN__ says that the page of components is built in. */
declare const __DESIGN__: boolean;
