// A rich text editor over each textarea[data-editor]; the textarea keeps the value that is sent.
import { Editor } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

const icons = '/_content/Saas.Themes/icons.svg#';
const tools = [
  { label: 'Titre', text: 'Titre', run: chain => chain.toggleHeading({ level: 2 }), active: ['heading', { level: 2 }] },
  { label: 'Sous-titre', text: 'Sous-titre', run: chain => chain.toggleHeading({ level: 3 }), active: ['heading', { level: 3 }] },
  { label: 'Petit titre', text: 'Petit titre', run: chain => chain.toggleHeading({ level: 4 }), active: ['heading', { level: 4 }] },
  null,
  { label: 'Gras (Ctrl+B)', icon: 'type-bold', run: chain => chain.toggleBold(), active: ['bold'] },
  { label: 'Italique (Ctrl+I)', icon: 'type-italic', run: chain => chain.toggleItalic(), active: ['italic'] },
  { label: 'Lien (Ctrl+K)', icon: 'link-45deg', link: true, active: ['link'] },
  null,
  { label: 'Liste à puces', icon: 'list-ul', run: chain => chain.toggleBulletList(), active: ['bulletList'] },
  { label: 'Liste numérotée', icon: 'list-ol', run: chain => chain.toggleOrderedList(), active: ['orderedList'] },
  { label: 'Citation', icon: 'quote', run: chain => chain.toggleBlockquote(), active: ['blockquote'] },
  null,
  { label: 'Annuler (Ctrl+Z)', icon: 'arrow-counterclockwise', run: chain => chain.undo(), can: editor => editor.can().undo() },
  { label: 'Rétablir (Ctrl+Maj+Z)', icon: 'arrow-clockwise', run: chain => chain.redo(), can: editor => editor.can().redo() },
];

document.querySelectorAll('textarea[data-editor]').forEach(enhance);

function enhance(area) {
  const label = area.labels[0];
  const frame = make('div', { class: 'editor' });
  const bar = make('div', { class: 'editor__tools', role: 'toolbar', 'aria-label': 'Mise en forme du texte' });
  const linkPanel = makeLinkPanel();
  const place = make('div', { class: 'editor__text rich-text' });
  frame.append(bar, linkPanel, place);
  area.before(frame);
  area.hidden = true;
  area.required = false;

  if (label && !label.id) {
    label.id = `${area.id}-label`;
  }

  const buttons = [];
  const described = area.getAttribute('aria-describedby');
  const editor = new Editor({
    element: place,
    injectCSS: false,
    content: area.value,
    extensions: [StarterKit.configure({
      heading: { levels: [2, 3, 4] },
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      link: { openOnClick: false, autolink: true, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null } },
    })],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        ...(label ? { 'aria-labelledby': label.id } : { 'aria-label': 'Texte' }),
        ...(described ? { 'aria-describedby': described } : {}),
      },
      handleKeyDown: (_, event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === 'k') {
          openLink();
          return true;
        }

        return event.altKey && event.key === 'F10' && (current().focus(), true);
      },
    },
    onUpdate: () => {
      // The empty paragraph kept at the end, to write after a list, is not part of the text.
      area.value = editor.isEmpty ? '' : editor.getHTML().replace(/(<p><\/p>)+$/, '');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
    onTransaction: refresh,
  });

  // A click on the label, or on a link of the error summary, reaches the text.
  label?.addEventListener('click', () => editor.commands.focus());
  area.addEventListener('focus', () => editor.commands.focus());
  document.querySelectorAll(`.error-summary a[href="#${area.id}"]`).forEach(link => link.addEventListener('click', event => {
    event.preventDefault();
    editor.commands.focus();
  }));

  for (const tool of tools) {
    if (!tool) {
      bar.append(make('span', { class: 'editor__rule', 'aria-hidden': 'true' }));
      continue;
    }

    const button = make('button', { type: 'button', title: tool.label, tabindex: buttons.length ? '-1' : '0' });
    if (tool.icon) {
      button.setAttribute('aria-label', tool.label);
      button.append(icon(tool.icon));
    } else {
      button.textContent = tool.text;
    }

    button.addEventListener('click', () => tool.link ? openLink() : tool.run(editor.chain().focus()).run());
    buttons.push(button);
    bar.append(button);
  }

  bar.addEventListener('keydown', event => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = buttons[(to + buttons.length) % buttons.length];
      buttons.forEach(button => { button.tabIndex = button === next ? 0 : -1; });
      next.focus();
    } else if (event.key === 'Escape') {
      editor.commands.focus();
    }
  });
  refresh();

  function current() {
    return buttons.find(button => button.tabIndex === 0);
  }

  function refresh() {
    buttons.forEach((button, index) => {
      const tool = tools.filter(Boolean)[index];
      if (tool.active) {
        button.setAttribute('aria-pressed', String(editor.isActive(...tool.active)));
      }

      if (tool.can) {
        button.setAttribute('aria-disabled', String(!tool.can(editor)));
      }
    });
  }

  function openLink() {
    linkPanel.hidden = false;
    const field = linkPanel.querySelector('input');
    field.value = editor.getAttributes('link').href ?? '';
    field.focus();
  }

  function closeLink() {
    linkPanel.hidden = true;
    editor.commands.focus();
  }

  function makeLinkPanel() {
    const panel = make('div', { class: 'editor__link', role: 'group', 'aria-label': 'Lien' });
    panel.hidden = true;
    const field = make('input', { class: 'form-control', id: `${area.id}-link`, type: 'text', inputmode: 'url', placeholder: 'https://… ou /page-du-site' });
    const fieldLabel = make('label', { for: field.id });
    fieldLabel.textContent = 'Adresse du lien';
    const put = act('Mettre le lien', 'btn btn-secondary', apply);
    const drop = act('Retirer le lien', 'btn btn-link', () => {
      editor.chain().focus().extendMarkRange('link').unsetLink().run();
      closeLink();
    });
    const cancel = act('Annuler', 'btn btn-link', closeLink);
    field.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        apply();
      }
    });
    // What is typed here is no field of the page's form.
    field.addEventListener('input', event => event.stopPropagation());
    panel.addEventListener('keydown', event => event.key === 'Escape' && closeLink());
    panel.append(fieldLabel, field, put, drop, cancel);
    return panel;

    function apply() {
      const href = address(field.value.trim());
      if (href) {
        const chain = editor.chain().focus().extendMarkRange('link').setLink({ href });
        (editor.state.selection.empty && !editor.isActive('link')
          ? editor.chain().focus().insertContent({ type: 'text', text: field.value.trim(), marks: [{ type: 'link', attrs: { href } }] })
          : chain).run();
      } else {
        editor.chain().focus().extendMarkRange('link').unsetLink().run();
      }

      closeLink();
    }
  }
}

function address(typed) {
  if (!typed || /^(https?:|mailto:|tel:|\/|#)/i.test(typed)) {
    return typed;
  }

  return /^[^\s@]+@[^\s@]+$/.test(typed) ? `mailto:${typed}` : `https://${typed}`;
}

function act(text, classes, run) {
  const button = make('button', { type: 'button', class: classes });
  button.textContent = text;
  button.addEventListener('click', run);
  return button;
}

function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', icons + name);
  svg.append(use);
  return svg;
}

function make(tag, attributes) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
