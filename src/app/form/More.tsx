import { type ReactNode, useLayoutEffect, useState } from 'react'
import type { Path } from '../core.ts'
import { findingsBelow, useRendered } from '../render/index.ts'
import type { SpecPath } from '../spec-path.ts'
import { useIsSaid, useWantedAmong } from '../store.ts'
import { Disclosure, writeStored } from '../ui/index.ts'

interface TableMoreProps {
  /** 'More' when left out. */
  readonly title?: string | undefined
  /** What is inside, so that one need not open it: 'driver, ROM, managed …'. */
  readonly summary?: string | undefined
  /** The name under which open or closed is remembered, unique on the page: 'disks.more'. */
  readonly remember: string
  /** The paths of what is inside: they decide about the dot, and the search opens what holds the wanted field. */
  readonly paths: readonly Path[]
  readonly children: ReactNode
}

export interface MoreProps extends TableMoreProps {
  readonly paths: readonly SpecPath[]
}

/** A Disclosure of fields: its dot tells that something inside is said, a mark that it is wrong, and it opens for the search. */
export const More: (props: MoreProps) => ReactNode = TableMore

/** The same with paths that come from the tables themselves. */
export function TableMore({ title, summary, remember, paths, children }: TableMoreProps) {
  const isSaid = useIsSaid(paths)
  const wanted = useWantedAmong(paths)
  const findings = useRendered(({ findings }) => findings)
  const [openedFor, setOpenedFor] = useState<Path>()

  // Before the browser paints: what is inside may hold another one that has to open as well.
  useLayoutEffect(() => {
    if (wanted === undefined) return
    writeStored(`open.${remember}`, 'true')
    setOpenedFor(wanted)
  }, [wanted, remember])

  return (
    <Disclosure
      key={openedFor === undefined ? 'own' : openedFor.join('.')}
      title={title}
      summary={summary}
      remember={remember}
      changed={isSaid}
      findings={findingsBelow(findings, paths)}
    >
      {children}
    </Disclosure>
  )
}
