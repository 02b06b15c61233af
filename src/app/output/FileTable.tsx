import { BundleFiles } from './BundleFiles.tsx'
import { FileActions } from './FileActions.tsx'
import type { OutputFile } from './output-files.ts'
import { SeedRow } from './SeedRow.tsx'

/** Every file with what it is for, its size, and both ways to take it away. */
export function FileTable({ files }: { readonly files: readonly OutputFile[] }) {
  return (
    <ul className="output__table">
      {files.map((file) => (
        <li key={file.id} className="output__file">
          <div>
            <code>{file.name}</code>
            <span>{file.about}</span>
          </div>
          <span className="output__size">{sizeOf(file.text)}</span>
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

function sizeOf(text: string): string {
  return text.length < 1024 ? `${text.length} B` : `${(text.length / 1024).toFixed(1)} KiB`
}
