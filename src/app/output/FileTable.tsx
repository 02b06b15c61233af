import { useEffect } from 'react'
import { useRevision, whenWrittenByHand } from '../render/index.ts'
import { t } from '../words/index.ts'
import { BundleFiles } from './BundleFiles.tsx'
import { FileActions } from './FileActions.tsx'
import type { OutputFile } from './output-files.ts'
import { SeedRow } from './SeedRow.tsx'

/** Every file with what it is for, its size, and both ways to take it away. */
export function FileTable({ files }: { readonly files: readonly OutputFile[] }) {
  useByHandAfterPause()
  return (
    <ul className="output__table">
      {files.map((file) => (
        <li key={file.id} className="output__file">
          <div>
            <code>{file.name}</code>
            <span>{file.about}</span>
          </div>
          <span className="output__size">{file.isOld === true ? '…' : sizeOf(file.text)}</span>
          <FileActions file={file} />
        </li>
      ))}
      {files.some(({ id }) => id === 'user-data') && <SeedRow />}
      <li>
        <BundleFiles />
      </li>
    </ul>
  )
}

/** Nobody reads the size of a command while they type, and it takes as long as all the other files. */
function useByHandAfterPause(): void {
  const revision = useRevision()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each rendering begins the pause anew
  useEffect(() => {
    const timer = setTimeout(() => void whenWrittenByHand(), pauseMs)
    return () => clearTimeout(timer)
  }, [revision])
}

const pauseMs = 300

function sizeOf(text: string): string {
  return text.length < 1024 ? `${text.length} B` : t`${(text.length / 1024).toFixed(1)} KiB`
}
