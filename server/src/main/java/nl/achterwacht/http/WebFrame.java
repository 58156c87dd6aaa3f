package nl.achterwacht.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import nl.achterwacht.http.frame.AnswerWriter;
import nl.achterwacht.http.frame.Callers;
import nl.achterwacht.http.frame.Contract;
import nl.achterwacht.http.frame.ContractCheck;
import nl.achterwacht.http.frame.EveryAnswer;
import nl.achterwacht.http.frame.Patience;
import nl.achterwacht.http.frame.ProblemValve;
import nl.achterwacht.http.frame.SessionCookie;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every request goes through, from the outside in. */
@Configuration(proxyBeanMethods = false)
class WebFrame implements WebMvcConfigurer {
  private final Contract contract;
  private final Callers callers;
  private final SessionCookie cookie;
  private final AnswerWriter writer = new AnswerWriter();

  WebFrame(Contract contract, Callers callers, SessionCookie cookie) {
    this.contract = contract;
    this.callers = callers;
    this.cookie = cookie;
  }

  @Bean
  FilterRegistrationBean<EveryAnswer> everyAnswer(
      Contract itsContract, HttpSettings settings, Patience patience) {
    var filter =
        new FilterRegistrationBean<>(
            new EveryAnswer(itsContract.version(), settings.isSecure(), patience));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
    return filter;
  }

  /**
   * Spring Security's firewall guards the form of requests; who may do what, the contract check
   * says. No filter of its own is left to ask: signs of life come by the thousand.
   */
  @Bean
  SecurityFilterChain security() {
    return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
  }

  /** Nobody signs in through Spring; without this it would make up a user with a password. */
  @Bean
  AuthenticationManager nobody() {
    return authentication -> {
      throw new ProviderNotFoundException("sign in at /api/v1/sessions");
    };
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler() {
    return new HttpStatusRequestRejectedHandler();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
    return factory -> {
      factory.addContextCustomizers(context -> {
        if (context.getParent() instanceof org.apache.catalina.core.StandardHost host) {
          host.setErrorReportValveClass(ProblemValve.class.getName());
        }
      });
    };
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(new ContractCheck(contract, callers, cookie))
        .addPathPatterns(ContractCheck.BASE + "/**");
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(writer);
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(writer);
  }
}
