import type { Plugin } from "vite";

/** The same order as in `src/ui/styles.css`. */
const layerOrder = "@layer reset, tokens, base, components;";

/**
 * Names the layers in order at the start of every style sheet. Style sheets load in any order, and the first one that
 * names a layer decides the layer's place.
 *
 * @see CSS Cascading and Inheritance Level 5 §6.4.3 (layer ordering)
 */
export function styleLayerOrder(): Plugin {
  return {
    name: "style-layer-order",
    apply: "build",
    generateBundle: {
      order: "post",
      handler: (_options, bundle) => {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== "asset" || !asset.fileName.endsWith(".css")) continue;
          asset.source = `${layerOrder}${asset.source}`;
        }
      },
    },
  };
}
