/**
 * By this, inputs that nobody has thought of are made up, the same at every run: what fails then is what
 * was changed. `PROPERTY_SEED=$RANDOM` looks further, and its number shows a failure again.
 */
export const PROPERTY_SEED = Number(process.env['PROPERTY_SEED'] ?? 20_261_123);
