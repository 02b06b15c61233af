/** What is known of the host's PCI functions: what the pasted listing says, else what the host facts say. */
import { useMemo } from 'react'
import { type IommuListing, readIommuListing } from '../core.ts'
import { useVmDocument } from '../store.ts'

let last: { readonly text: string; readonly listing: IommuListing } | undefined

/** Reads a listing; the same text again costs nothing. */
function read(text: string): IommuListing {
  if (last?.text !== text) last = { text, listing: readIommuListing(text) }
  return last.listing
}

/** The host's PCI functions, [] when nothing is known. */
export function useHostDevices(): IommuListing {
  const text = useVmDocument((state) => state.listing)
  const facts = useVmDocument((state) => state.host?.pci)
  return useMemo(
    () => (text === undefined ? { devices: facts ?? [], findings: [] } : read(text)),
    [text, facts],
  )
}
