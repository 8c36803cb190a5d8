using Microsoft.Playwright;

namespace ParIndex.Browser.Tests;

/// <summary>What a careful eye would find wrong with the geometry of a page.</summary>
internal static class LayoutAudit
{
    private const string Script = """
        () => {
          const flaws = [];
          const quote = text => '“' + text.trim().replace(/\s+/g, ' ').slice(0, 60) + '”';
          const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr, .skip');
          const page = document.documentElement;
          if (page.scrollWidth > page.clientWidth) {
            flaws.push(`The page is ${page.scrollWidth} px wide in a window of ${page.clientWidth} px.`);
          }

          // A page may show code of others on purpose.
          const said = [...document.querySelectorAll('main pre')].reduce((text, shown) => text.replace(shown.innerText, ''), document.body.innerText);
          const code = /\S*@(if|for|\()|\([A-Za-z]\w*\.\w+|is not null/.exec(said);
          if (code) {
            flaws.push(`Source code on the page: ${quote(said.slice(Math.max(0, code.index - 10)))}`);
          }

          for (const element of document.body.querySelectorAll('*')) {
            if (element.closest('svg') || !isSeen(element) || !element.textContent.trim()) {
              continue;
            }
            const style = getComputedStyle(element);
            const hides = value => value === 'hidden' || value === 'clip';
            if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
              || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
              flaws.push(`Clipped: ${element.tagName.toLowerCase()}.${element.className} ${quote(element.textContent)}`);
            }
            if (style.overflowX === 'auto' && element.tagName !== 'PRE' && element.scrollWidth > element.clientWidth + 1) {
              flaws.push(`Scrolls sideways inside the page: ${element.className} (${element.scrollWidth} px in ${element.clientWidth} px)`);
            }
          }

          // Text that leaves its card, or the window.
          const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (words.nextNode()) {
            const element = words.currentNode.parentElement;
            if (!words.currentNode.textContent.trim() || !isSeen(element) || element.closest('pre')) {
              continue;
            }
            const range = document.createRange();
            range.selectNodeContents(words.currentNode);
            const box = (element.closest('.card, .btn, .bar, .errors') ?? page).getBoundingClientRect();
            for (const line of range.getClientRects()) {
              if (line.right > box.right + 1 || line.left < box.left - 1) {
                flaws.push(`Text leaves its box: ${quote(words.currentNode.textContent)}`);
                break;
              }
            }
          }

          for (const chart of document.querySelectorAll('.chart')) {
            const drawings = [...chart.querySelectorAll('svg')].filter(isSeen);
            if (drawings.length !== 1) {
              flaws.push(`A chart shows ${drawings.length} drawings.`);
            }
          }

          for (const drawing of [...document.querySelectorAll('svg')].filter(isSeen)) {
            // What shows only when it is pointed at stands alone then.
            const texts = [...drawing.querySelectorAll('text')].filter(text => getComputedStyle(text).visibility === 'visible').map(text => ({ text, box: text.getBoundingClientRect() }));
            for (const { text, box } of texts) {
              const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
              if (size < 10.99) {
                flaws.push(`Chart text of ${size.toFixed(1)} px: ${quote(text.textContent)}`);
              }
              for (const other of texts) {
                if (other.text !== text && box.left < other.box.right - 1 && other.box.left < box.right - 1
                  && box.top < other.box.bottom - 5 && other.box.top < box.bottom - 5) {
                  flaws.push(`Chart texts meet: ${quote(text.textContent)} and ${quote(other.text.textContent)}`);
                }
              }
            }
          }

          return [...new Set(flaws)];
        }
        """;

    /// <summary>
    /// Sideways scrolling, a template's own code, clipped text, text outside its box, a chart with other than one drawing, chart text below
    /// 11 px as seen, and chart texts that meet.
    /// </summary>
    public static Task<string[]> FlawsAsync(IPage page) => page.EvaluateAsync<string[]>(Script);
}
