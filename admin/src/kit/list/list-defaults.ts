import { useMemo } from 'react';
import { type ListUrl, type UrlPatch, useListUrl } from './list-url';

/** In the URL this says that a filter which is set by default was taken away. */
const removed = '-';

export type UrlDefaults = Readonly<Record<string, string>>;

/**
 * A list that opens with some filters set. They show as set without standing in the URL; taking one away does stand there,
 * so that a copied link still shows the same rows.
 */
export function useListUrlWithDefaults(defaults: UrlDefaults): ListUrl {
  const url = useListUrl();
  return useMemo(() => {
    const params = new URLSearchParams(url.params);
    for (const [key, value] of Object.entries(defaults)) {
      if (params.get(key) === removed) params.delete(key);
      else if (!params.has(key)) params.set(key, value);
    }
    return {
      params,
      get: (key) => params.get(key),
      getAll: (key) => params.getAll(key),
      set: (patch, how) => url.set(overDefaults(patch, defaults), how),
    };
  }, [url, defaults]);
}

function overDefaults(patch: UrlPatch, defaults: UrlDefaults): UrlPatch {
  return Object.fromEntries(
    Object.entries(patch).map(([key, value]) => {
      const usual = defaults[key];
      if (usual === undefined) return [key, value];
      const isEmpty = value === null || value.length === 0;
      const isUsual = value === usual || (Array.isArray(value) && value.length === 1 && value[0] === usual);
      return [key, isEmpty ? removed : isUsual ? null : value];
    }),
  );
}
