import { useState } from 'react'
import { type Finding, iommuListingCommand, readIommuListing } from '../../core.ts'
import { vmDocument } from '../../store.ts'
import { CodeLine, DropZone } from '../../ui/index.ts'

export interface ListingProps {
  /** What is wrong with the listing that is there. */
  readonly findings: readonly Finding[]
  /** Called when a listing was taken. */
  readonly onDone?: (() => void) | undefined
}

/** How to get the listing of the host's devices, and where to put it. */
export function Listing({ findings, onDone }: ListingProps) {
  const [refused, setRefused] = useState<string>()
  const take = (text: string) => {
    const read = readIommuListing(text)
    if (read.devices.length === 0) {
      setRefused(read.findings[0]?.message ?? 'No PCI device in this text.')
      return
    }
    setRefused(undefined)
    vmDocument.setListing(text)
    onDone?.()
  }
  return (
    <>
      <CodeLine code={iommuListingCommand} what="the command" prompt="$" />
      <DropZone
        label="What it printed"
        placeholder="IOMMU Group 13 01:00.0 VGA compatible controller [0300]: … [10de:11c0]"
        accept=".txt,.log,text/plain"
        error={refused ?? findings[0]?.message}
        onText={take}
      />
    </>
  )
}
