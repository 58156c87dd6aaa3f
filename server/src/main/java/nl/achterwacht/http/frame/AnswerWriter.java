package nl.achterwacht.http.frame;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives routes what {@link ContractCheck} let through, and writes their answers. */
public final class AnswerWriter
    implements HandlerMethodArgumentResolver, HandlerMethodReturnValueHandler {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Received.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return request.getAttribute(Received.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return type.getParameterType() == Answer.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    var response = request.getNativeResponse(HttpServletResponse.class);
    if (value instanceof Answer answer && response != null) {
      write(response, answer);
    }
  }

  private static void write(HttpServletResponse response, Answer answer) throws IOException {
    byte[] body = answer.body();
    response.setStatus(answer.status());
    if (answer.cookie() != null) {
      response.addHeader("Set-Cookie", answer.cookie());
    }
    if (answer.tag() != null) {
      response.setHeader("ETag", answer.tag());
    }
    if (answer.disposition() != null) {
      response.setHeader("Content-Disposition", answer.disposition());
    }
    if (body.length > 0) {
      response.setContentType(answer.mediaType());
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
