/** The version of the engine, named in every result so that it can be run again in five years. */
export const ENGINE_VERSION = 'jichi 0.1.0';
