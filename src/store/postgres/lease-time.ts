/** The database's clock, UTC milliseconds, unless `:now` is another time. */
export const leaseNow = 'coalesce(:now::bigint, (extract(epoch from clock_timestamp()) * 1000)::bigint)';

/** `:now`; `null` is the database's own time. */
export type LeaseTime = () => { readonly now: number | null };
