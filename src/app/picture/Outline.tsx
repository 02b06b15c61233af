import { nodeInWords, type PictureNode } from '../../core/picture/index.ts'
import { goToPlace } from './go-to-place.ts'

/** The same tree as a list of words. */
export function Outline({ nodes }: { readonly nodes: readonly PictureNode[] }) {
  return (
    <ul className="picture__outline">
      {nodes.map((node) => (
        <li key={node.id}>
          {node.path === undefined ? (
            nodeInWords(node)
          ) : (
            <button type="button" onClick={() => goToPlace(node.path, node.isAdded === true)}>
              {nodeInWords(node)}
            </button>
          )}
          {node.children.length > 0 && <Outline nodes={node.children} />}
        </li>
      ))}
    </ul>
  )
}
